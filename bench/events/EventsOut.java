import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Web metrics out, over twelve months and through the gateway, beside the textbook's way to the same figures: SQL over the raw
 * events, with the indexes that they have. Where both give one number it must be the same.
 */
class EventsOut {
    private static final String PERIOD = "?from=2025-01-01&to=2026-01-01";
    private static final int WARM_UP = 10;
    private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*\\{\"value\"\\s*:\\s*([0-9.E]+)");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Target target;

    /**
     * @param metric with its other parameters
     * @param textbook what to select from the views and visits of the textbook; null where an earlier one is as good
     */
    private record Question(String metric, String textbook) {
        String path() {
            return "/v1/metrics/" + metric.replaceFirst("&|$", Matcher.quoteReplacement(PERIOD) + "&").replaceFirst("&$", "");
        }
    }

    private EventsOut(Target target) {
        this.target = target;
    }

    public static void main(String[] arguments) throws Exception {
        new EventsOut(Target.of(arguments)).ask();
    }

    private void ask() throws Exception {
        System.out.printf("%-62s %8s %8s %12s %8s%n", "question over 12 months", "p50 ms", "p95 ms", "textbook ms", "ratio");
        try (Connection connection = target.connect()) {
            for (Question question : questions()) {
                ask(connection, question);
            }
        }
    }

    private void ask(Connection connection, Question question) throws Exception {
        List<Double> times = new ArrayList<>();
        String answer = get(question.path());
        for (int i = 0; i < WARM_UP; i++) {
            get(question.path());
        }
        for (int i = 0; i < target.rounds(); i++) {
            long began = System.nanoTime();
            get(question.path());
            times.add((System.nanoTime() - began) / 1e6);
        }
        times.sort(null);
        double median = times.get(times.size() / 2);
        String textbook = "";
        String ratio = "";
        if (question.textbook != null) {
            long began = System.nanoTime();
            String expected = textbook(connection, question.textbook);
            double took = (System.nanoTime() - began) / 1e6;
            textbook = String.format("%,.0f", took);
            ratio = String.format("%,.0f", took / median);
            check(question, answer, expected);
        }
        double late = times.get(Math.min(times.size() - 1, times.size() * 95 / 100));
        System.out.printf("%-62s %8.1f %8.1f %12s %8s%n", question.metric, median, late, textbook, ratio);
    }

    private static List<Question> questions() {
        return List.of(
                new Question("visitors", "select count(distinct visitor_id) from views"),
                new Question("visitors&interval=day", "select day, count(distinct visitor_id) from views group by 1"),
                new Question("visitors&interval=week", "select date_trunc('week', day), count(distinct visitor_id) from views group by 1"),
                new Question("visitors&interval=month", "select date_trunc('month', day), count(distinct visitor_id) from views group by 1"),
                new Question("visitors&by=page", "select page, count(distinct visitor_id) from views group by 1"),
                new Question("visitors&by=traffic_channel", "select channel, count(distinct visitor_id) from visits group by 1"),
                new Question("visitors&by=campaign", "select campaign, count(distinct visitor_id) from visits group by 1"),
                new Question("visitors&by=device", "select device, count(distinct visitor_id) from visits group by 1"),
                new Question("visitors&by=country", "select country, count(distinct visitor_id) from visits group by 1"),
                new Question("page_views", "select count(*) from views"),
                new Question("page_views&interval=day&by=page", "select page, count(*) from views group by 1"),
                new Question("visits", "select count(*) from visits"),
                new Question("visits&by=traffic_channel", "select channel, count(*) from visits group by 1"),
                new Question(
                        "bounce_rate&interval=month",
                        "select month, count(*) filter (where views = 1) * 1.0 / count(*) from visits group by 1"),
                new Question(
                        "bounce_rate&by=page",
                        "select entry_page, count(*) filter (where views = 1) * 1.0 / count(*) from visits group by 1"),
                new Question("ga4_engagement_rate&by=country", "select country, avg((views > 1)::int) from visits group by 1"),
                new Question("visit_duration&by=device", "select device, avg(extract(epoch from ended - began)) from visits group by 1"),
                new Question("pages_per_visit&interval=day", "select date_trunc('day', began), avg(views) from visits group by 1"),
                new Question("time_on_page&by=page", "select page, avg(extract(epoch from next_at - occurred_at)) from n group by 1"),
                new Question("conversion_rate&by=campaign", "select campaign, avg(bought::int) from visits group by 1"),
                new Question(
                        "conversion_rate&per=visitor&by=traffic_channel",
                        "select channel, count(distinct visitor_id) filter (where bought) * 1.0 / count(distinct visitor_id) from visits group by 1"),
                new Question(
                        "cart_abandonment_rate&interval=month", "select month, avg((not bought)::int) filter (where carted) from visits group by 1"),
                new Question("visits&segment=country==AA", "select count(*) from visits where country = 'AA'"),
                new Question(
                        "visitors&segment=country==AA;device==mobile&by=page",
                        "select page, count(distinct visitor_id) from n join visits using (visitor_id, visit)"
                                + " where type = 'page_view' and visits.country = 'AA' and device = 'mobile' group by 1"),
                new Question(
                        "bounce_rate&segment=traffic_channel==search&interval=month&by=page",
                        "select month, entry_page, count(*) filter (where views = 1) * 1.0 / count(*) from visits"
                                + " where channel = 'search' group by 1, 2"));
    }

    /** Visits by window functions over the raw events, at each question, as books and blogs have it. */
    private String textbook(Connection connection, String question) throws SQLException {
        String sql = """
                with e as (
                  select visitor_id, occurred_at, type, page_url, referrer, user_agent, country,
                    split_part(split_part(page_url, '?', 1), 'shop.example', 2) as page,
                    lead(occurred_at) over w as next_at,
                    coalesce(occurred_at - lag(occurred_at) over w > interval '30 minutes', true) as begins
                  from event left join (select number, name as user_agent from agent) g on g.number = agent
                  where business_id = '%s' and left_out is null and visitor_id is not null
                    and occurred_at >= '2025-01-01Z' and occurred_at < '2026-01-01Z'
                  window w as (partition by visitor_id order by occurred_at)),
                n as (select *, sum(begins::int) over (partition by visitor_id order by occurred_at) as visit from e),
                visits as (
                  select visitor_id, visit, min(occurred_at) as began, max(occurred_at) as ended,
                    date_trunc('month', min(occurred_at)) as month, count(*) filter (where type = 'page_view') as views,
                    bool_or(type = 'purchase') as bought, bool_or(type = 'add_to_cart') as carted,
                    min(page) filter (where begins) as entry_page, min(country) filter (where begins) as country,
                    min(substring(page_url from 'utm_campaign=([^&]*)')) filter (where begins) as campaign,
                    min(case when begins then case when page_url like '%%utm_medium=cpc%%' then 'paid'
                      when page_url like '%%utm_medium=email%%' then 'email' when referrer like '%%google.%%' then 'search'
                      when referrer like '%%instagram.%%' then 'social' when referrer is null then 'direct' else 'referral' end end) as channel,
                    min(case when user_agent like '%%iPhone%%' or user_agent like '%%Android%%' then 'mobile' else 'desktop' end) as device
                  from n group by 1, 2),
                views as (
                  select visitor_id, date_trunc('day', occurred_at) as day, split_part(split_part(page_url, '?', 1), 'shop.example', 2) as page
                  from event where business_id = '%s' and left_out is null and type = 'page_view'
                    and occurred_at >= '2025-01-01Z' and occurred_at < '2026-01-01Z')
                """.formatted(target.business(), target.business()) + question;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            String last = null;
            while (rows.next()) {
                last = rows.getString(1);
            }
            return rows.getMetaData().getColumnCount() == 1 ? last : null;
        }
    }

    private static void check(Question question, String answer, String expected) {
        Matcher total = TOTAL.matcher(answer);
        if (expected != null && !(total.find() && total.group(1).equals(expected))) {
            throw new IllegalStateException(
                    question.metric + ": " + expected + " expected, but " + answer.substring(0, Math.min(300, answer.length())));
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(target.gateway() + path))
                .header("Authorization", "Bearer " + target.key())
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
