package io.rapport.feedback.business;

import io.rapport.feedback.sql.Sql;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The businesses that this service knows: those whose settings the gateway has sent. */
@ApplicationScoped
public class Businesses {
    private static final int MOST_REMEMBERED = 100_000;

    private static final String UPSERT = """
            insert into business_settings (business_id, version, name, time_zone, body) values (?, ?, ?, ?, ?)
            on conflict (business_id) do update
              set version = excluded.version, name = excluded.name, time_zone = excluded.time_zone,
                  body = excluded.body, received_at = now()
              where business_settings.version < excluded.version
            """;

    private final Sql sql;
    private final Caller caller;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Businesses(Sql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
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

    /** Where the business counts its days. */
    @Transactional
    public ZoneId zone(String business) {
        return settings(business).zone();
    }

    /** Stores the settings unless those that are there are as new or newer. */
    @Transactional
    void accept(String business, long version, String name, String timeZone, String body) {
        sql.update(UPSERT, business, version, name, timeZone, body);
    }

    private static BusinessSettings settings(String business) {
        BusinessSettings settings = BusinessSettings.findById(business);
        if (settings == null) {
            throw Problems.notFound("The business " + business);
        }
        return settings;
    }
}
