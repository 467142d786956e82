package io.rapport.metrics.spend;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.metrics.event.Amounts;
import io.rapport.metrics.event.Event;
import java.time.LocalDate;
import java.util.List;

/**
 * What was spent in a period on being found. It may be restated: of one channel, campaign, kind and period the latest
 * statement holds.
 *
 * @param channel null for what no channel alone has caused
 * @param from the first day
 * @param to the day after the last
 */
public record Spend(String channel, String campaign, String kind, LocalDate from, LocalDate to, Event.Amount amount) {
    static final List<String> KINDS = List.of("ads", "salaries", "software", "other");
    private static final int MOST = 1_000;
    private static final int NAME = 200;

    static List<Spend> read(JsonNode body) {
        List<JsonInput> inputs = JsonInput.oneOrMany(body, MOST);
        List<Spend> spend = inputs.stream().map(Spend::read).toList();
        JsonInput.finish(inputs);
        return spend;
    }

    /** Nothing that was read may be used before the input is finished. */
    public static Spend read(JsonInput input) {
        LocalDate from = day(input, "from");
        LocalDate to = day(input, "to");
        if (from != null && to != null && !to.isAfter(from)) {
            input.refuse("to", "must be after from: it is the day after the last");
        }
        return new Spend(
                input.text("channel", NAME),
                input.text("campaign", NAME),
                input.requiredOneOf("kind", KINDS),
                from,
                to,
                amount(input.requiredChild("amount")));
    }

    /** Without what restatements lack: of equal subjects the latest holds. */
    Spend subject() {
        return new Spend(channel, campaign, kind, from, to, null);
    }

    private static Event.Amount amount(JsonInput input) {
        Event.Amount amount = Amounts.read(input);
        return amount == null || amount.minor() >= 0 ? amount : input.refuse("amount", "must not be negative");
    }

    private static LocalDate day(JsonInput input, String field) {
        LocalDate day = input.date(field);
        return day == null && !input.has(field) ? input.refuse(field, "is required") : day;
    }
}
