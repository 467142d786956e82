import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Waits until all events are counted, and says what they take on disk. */
class Stored {
    public static void main(String[] arguments) throws Exception {
        Target target = Target.of(arguments);
        try (Connection connection = target.connect()) {
            long began = System.nanoTime();
            target.settle(connection);
            double seconds = (System.nanoTime() - began) / 1e9;
            long events = Target.number(connection, "select count(*) from event");
            System.out.printf("derived %,d events in %.0f s: %,.0f/s%n", events, seconds, events / seconds);
            connection.createStatement().execute("vacuum analyze");
            print(connection, events);
        }
    }

    private static void print(Connection connection, long events) throws Exception {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("facts", "select sum(pg_table_size(relid)) from pg_partition_tree('event') where isleaf");
        parts.put("indexes of facts", "select sum(pg_indexes_size(relid)) from pg_partition_tree('event') where isleaf");
        parts.put("keys", "select pg_total_relation_size('event_key')");
        for (String table : new String[] {"agent", "visit", "visitor", "web_rollup", "web_goal", "web_visitors", "visit_task", "visit_rebuild"}) {
            parts.put(
                    "derived: " + table,
                    "select pg_total_relation_size('" + table + "') + coalesce(sum(pg_total_relation_size(relid)), 0)"
                            + " from pg_partition_tree('" + table + "') where isleaf");
        }
        System.out.printf("bytes an event, of %,d:%n", events);
        double all = 0;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            double bytes = (double) Target.number(connection, part.getValue()) / events;
            all += bytes;
            System.out.printf("  %-22s %8.1f%n", part.getKey(), bytes);
        }
        System.out.printf("  %-22s %8.1f%n", "all", all);
    }
}
