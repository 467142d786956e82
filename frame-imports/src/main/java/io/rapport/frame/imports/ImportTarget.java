package io.rapport.frame.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What a service makes of the rows of files. A service that takes files has one. */
public interface ImportTarget {

    /** The kinds of facts that come in files here. */
    List<String> kinds();

    /** How the ids of imports begin here, so that an id tells which service has it. */
    String prefix();

    /** The time zone of a business, in which times without one are. */
    ZoneId zone(String business);

    /** Room for what some rows say. */
    Facts facts(DataImport one, Instant now);

    /** Takes back some of what an import brought. @return whether more is left */
    boolean takeBack(DataImport one, Instant now);

    /** Counts what was read, for those who operate the service. */
    default void counted(int accepted, int duplicates, int rejected) {}
}
