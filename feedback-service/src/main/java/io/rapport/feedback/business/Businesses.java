package io.rapport.feedback.business;

import io.rapport.feedback.sql.Sql;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The businesses that this service knows: those whose settings the gateway has sent. */
@ApplicationScoped
public class Businesses {
    private static final int MOST_REMEMBERED = 100_000;

    private static final String UPSERT = """
            insert into business_settings (business_id, version, name, time_zone, body, aspects, mask_personal_data)
            values (?, ?, ?, ?, ?, cast(? as jsonb), ?)
            on conflict (business_id) do update
              set version = excluded.version, name = excluded.name, time_zone = excluded.time_zone,
                  body = excluded.body, aspects = excluded.aspects,
                  mask_personal_data = excluded.mask_personal_data, received_at = now()
              where business_settings.version < excluded.version
            """;

    private static final String OTHER_ASPECTS = """
            select aspects is distinct from cast(? as jsonb) from business_settings
            where business_id = ? and version < ? for update
            """;

    private final Sql sql;
    private final Caller caller;
    private final Event<AspectsChanged> changed;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Businesses(Sql sql, Caller caller, Event<AspectsChanged> changed) {
        this.sql = sql;
        this.caller = caller;
        this.changed = changed;
    }

    /** The business that the call is about; a problem if it is not known here. */
    @Transactional
    public String current() {
        String business = caller.business();
        if (!known.contains(business)) {
            settings(business);
            if (known.size() >= MOST_REMEMBERED) {
                known.clear();
            }
            known.add(business);
        }
        return business;
    }

    /** What the business is called. */
    @Transactional
    public String name(String business) {
        return settings(business).name;
    }

    /** Whether the business wants personal data in texts to be masked. */
    @Transactional
    public boolean masksPersonalData(String business) {
        return sql.first(
                        "select mask_personal_data from business_settings where business_id = ?",
                        row -> row.getBoolean(1),
                        business)
                .orElse(false);
    }

    /** Where the business counts its days. */
    @Transactional
    public ZoneId zone(String business) {
        return settings(business).zone();
    }

    /**
     * Stores the settings unless those that are there are as new or newer.
     *
     * @param aspects what the business wants to hear about, as JSON; null where that is nothing of its own
     * @param masks whether personal data in texts is masked before it is stored
     */
    @Transactional
    void accept(
            String business, long version, String name, String timeZone, String body, String aspects, boolean masks) {
        boolean other = sql.first(OTHER_ASPECTS, row -> row.getBoolean(1), aspects, business, version)
                .orElse(false);
        sql.update(UPSERT, business, version, name, timeZone, body, aspects, masks);
        if (other) {
            changed.fire(new AspectsChanged(business));
        }
    }

    private static BusinessSettings settings(String business) {
        BusinessSettings settings = BusinessSettings.findById(business);
        if (settings == null) {
            throw Problems.notFound("The business " + business);
        }
        return settings;
    }
}
