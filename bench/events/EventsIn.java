import java.net.URI;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * Events in, beside plain INSERTs in the same run; and how long after its acknowledgement an event is counted meanwhile. What one load
 * leaves to be derived is derived before the next one.
 */
class EventsIn {
    private static final int WARM_UP = 15;

    public static void main(String[] arguments) throws Exception {
        Target target = Target.of(arguments);
        int seconds = target.seconds();
        URI service = URI.create(target.service() + "/v1/events");
        URI gateway = URI.create(target.gateway() + "/v1/events");
        try (PlainInserts plain = new PlainInserts(target);
                Connection connection = target.connect()) {
            URI bare = URI.create("http://127.0.0.1:" + plain.port() + "/");
            double insert = new Load("one plain INSERT a request", bare, target.token(), 1).measure(WARM_UP, seconds);
            double one = new Load("metrics-service, one event a request", service, target.token(), 1).measure(WARM_UP, seconds);
            fresh(target, new Load("the same, while the backlog is watched", service, target.token(), 1), seconds);
            target.settle(connection);
            double door = new Load("gateway, one event a request", gateway, target.key(), 1).measure(WARM_UP, seconds);
            target.settle(connection);
            double many = new Load("metrics-service, 100 events a request", service, target.token(), 100).measure(WARM_UP, seconds);
            target.settle(connection);
            plain.many(100, WARM_UP);
            double rows = plain.many(100, seconds);
            System.out.printf(
                    "ratios: one by one %.2f of a plain INSERT; gateway %.2f of metrics-service; hundreds %.2f of plain INSERTs of 100 rows%n",
                    one / insert, door / one, many / rows);
        }
    }

    private static void fresh(Target target, Load load, int seconds) throws Exception {
        Thread writers = Thread.ofPlatform().daemon().start(() -> {
            try {
                load.measure(0, seconds);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        List<Long> ages = new ArrayList<>();
        try (Connection connection = target.connect()) {
            while (writers.isAlive()) {
                ages.add(Target.number(
                        connection,
                        "select coalesce((select extract(epoch from now() - noted_at) * 1000 from visit_task where business_id = '"
                                + target.business() + "' order by noted_at limit 1), 0)::bigint"));
                Thread.sleep(100);
            }
        }
        ages.sort(null);
        System.out.printf(
                "oldest event that isn't counted yet: median %d ms, at most %d ms%n",
                ages.get(ages.size() / 2), ages.get(ages.size() - 1));
    }
}
