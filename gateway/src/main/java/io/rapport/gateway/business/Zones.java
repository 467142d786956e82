package io.rapport.gateway.business;

import java.time.ZoneId;
import java.util.Set;

/** The IANA time zones. Bare offsets are none: they know no daylight saving. */
final class Zones {
    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    private Zones() {}

    static boolean isKnown(String zone) {
        return KNOWN.contains(zone) && !zone.startsWith("SystemV/");
    }
}
