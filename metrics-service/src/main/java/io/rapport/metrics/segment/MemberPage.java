package io.rapport.metrics.segment;

import io.rapport.frame.http.QueryInput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some of a segment's customers. */
@Schema(name = "SegmentCustomers")
public record MemberPage(
        LocalDate asOf,
        List<Member> items,

        @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
        String next) {

    @Schema(name = "SegmentCustomer")
    record Member(@Schema(examples = "c1") String id) {}

    /** @param ids one more than the limit where there are more */
    static MemberPage of(LocalDate asOf, List<String> ids, int limit) {
        boolean more = ids.size() > limit;
        List<String> shown = more ? ids.subList(0, limit) : ids;
        return new MemberPage(asOf, shown.stream().map(Member::new).toList(), more ? cursor(shown.getLast()) : null);
    }

    /** After which id the page begins; empty at the beginning. */
    static String after(QueryInput input) {
        String cursor = input.text("cursor");
        if (cursor == null) {
            return "";
        }
        try {
            String after = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return after.indexOf('\0') < 0 ? after : input.refuse("cursor", "is not one of ours");
        } catch (IllegalArgumentException malformed) {
            return input.refuse("cursor", "is not one of ours");
        }
    }

    private static String cursor(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
