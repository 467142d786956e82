package io.rapport.launcher.vitals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The business's vital signs as the engagement answer gives them, as a table. */
public final class VitalSigns {
    private static final int DAYS = 28;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private VitalSigns() {}

    /** Of the last full days before {@code today}. */
    public static String ask(Api api, LocalDate today) throws IOException, InterruptedException {
        LocalDate from = today.minusDays(DAYS);
        return render(api.get("/v1/engagement?from=" + from + "&to=" + today));
    }

    static String render(JsonNode engagement) {
        TextTable table = new TextTable(
                TextTable.left("vital sign"),
                TextTable.right("value"),
                TextTable.right("95 % interval"),
                TextTable.right("change"),
                TextTable.right("n"));
        for (JsonNode vital : engagement.path("vitals")) {
            addRow(table, vital);
        }
        List<String> lines = new ArrayList<>();
        lines.add(period(engagement));
        lines.add(table.render());
        for (JsonNode part : engagement.path("missing")) {
            lines.add("Missing: " + part.path("part").asText() + " ("
                    + part.path("reason").asText() + ")");
        }
        return String.join("\n", lines);
    }

    private static String period(JsonNode engagement) {
        LocalDate from = LocalDate.parse(engagement.path("from").asText());
        LocalDate last = LocalDate.parse(engagement.path("to").asText()).minusDays(1);
        return "Vital signs, " + DAY.format(from) + " to " + DAY.format(last) + " (change: against the " + DAYS
                + " days before)";
    }

    private static void addRow(TextTable table, JsonNode vital) {
        JsonNode metric = vital.path("metric");
        JsonNode total = vital.path("total");
        Figure figure = new Figure(metric.path("unit").asText(""));
        if (total.path("parts").isArray()) {
            addParts(table, metric, total);
            return;
        }
        table.row(
                name(metric),
                figure.value(total),
                figure.interval(total.path("interval")),
                figure.change(total.path("change")),
                Figure.count(total.path("n")));
    }

    /** A distribution has a row for each part. */
    private static void addParts(TextTable table, JsonNode metric, JsonNode total) {
        Figure share = new Figure(Figure.RATIO);
        for (JsonNode part : total.path("parts")) {
            table.row(
                    name(metric) + ": " + part.path("key").asText(),
                    share.number(part.path("share")),
                    share.interval(part.path("interval")),
                    share.change(part.path("change")),
                    Figure.count(part.path("count")));
        }
    }

    private static String name(JsonNode metric) {
        String name = metric.path("name").asText("");
        if (!name.isEmpty()) {
            return name;
        }
        String id = metric.path("id").asText();
        return id.length() <= 4 ? id.toUpperCase(Locale.ROOT) : id.replace('_', ' ');
    }
}
