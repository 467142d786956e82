package io.rapport.frame.json;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ids of one person, to be recognised in documents of any kind. A short one says something only where an id stands (a
 * rating of 5 is no customer 5); a longer one may be part of a text.
 */
public final class PersonIds implements Scalars.Seen {
    private static final int SHORTEST_WITHIN = 6;
    private static final Pattern OF_A_PERSON = Pattern.compile(
            "(?i)(?:.*id|.*(?:customer|user|visitor|person|author|contact|member|reviewer|respondent|handle|phone).*|from)?");

    private final Set<String> ids;
    private final Pattern within;

    public PersonIds(Collection<String> ids) {
        this.ids = ids.stream().map(PersonIds::folded).collect(Collectors.toSet());
        String longer = this.ids.stream()
                .filter(id -> id.length() >= SHORTEST_WITHIN)
                .map(id -> isAddress(id) ? "(?iu:" + Pattern.quote(id) + ")" : Pattern.quote(id))
                .collect(Collectors.joining("|"));
        this.within =
                longer.isEmpty() ? null : Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + longer + ")(?![\\p{L}\\p{N}])");
    }

    @Override
    public boolean is(String member, String value) {
        String folded = folded(value);
        if (ids.contains(folded)) {
            return folded.length() >= SHORTEST_WITHIN
                    || OF_A_PERSON.matcher(member).matches();
        }
        return within != null && within.matcher(value).find();
    }

    private static String folded(String id) {
        return isAddress(id) ? id.toLowerCase(Locale.ROOT) : id;
    }

    private static boolean isAddress(String id) {
        return id.indexOf('@') >= 0;
    }
}
