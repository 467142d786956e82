package io.rapport.feedback.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What businesses want to hear about, as they stand in their settings. */
@ApplicationScoped
class OwnAspects {
    private static final String READ =
            "select business_id, aspects from business_settings where business_id = any (?) order by business_id";

    private static final String READ_SETTLED = READ + " for key share";

    private final Sql sql;
    private final ObjectMapper json;

    OwnAspects(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** By business; one that wants nothing of its own is missing. */
    Map<String, JsonNode> of(Collection<String> businesses) {
        return read(READ, businesses);
    }

    /** The same after any change that is under way; none is made until the transaction ends. */
    Map<String, JsonNode> settled(Collection<String> businesses) {
        return read(READ_SETTLED, businesses);
    }

    private Map<String, JsonNode> read(String statement, Collection<String> businesses) {
        Map<String, JsonNode> aspects = new HashMap<>();
        sql
                .list(statement, row -> new Wanted(row.getString(1), tree(row.getString(2))), (Object)
                        businesses.stream().distinct().toArray(String[]::new))
                .stream()
                .filter(wanted -> wanted.aspects() != null)
                .forEach(wanted -> aspects.put(wanted.business(), wanted.aspects()));
        return aspects;
    }

    private record Wanted(String business, JsonNode aspects) {}

    private JsonNode tree(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL returned JSON that can't be read", impossible);
        }
    }
}
