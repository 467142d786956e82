package io.rapport.metrics.event;

import io.rapport.metrics.sql.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers that events have instead of texts that many of them share. */
final class EventNumbers {
    private final Dictionary<Agent> agents = new Dictionary<>(
            "insert into agent (business_id, name) select * from unnest(?, ?) on conflict do nothing",
            "select w.place, a.number from unnest(?, ?) with ordinality as w (business, name, place)"
                    + " join agent a on a.business_id = w.business and md5(a.name) = md5(w.name)",
            List.of(Agent::business, Agent::name));

    private final Dictionary<Bringer> bringers = new Dictionary<>(
            "insert into provenance (business_id, recorded_by, origin) select * from unnest(?, ?, ?) on conflict do nothing",
            "select w.place, p.number from unnest(?, ?, ?) with ordinality as w (business, recorded_by, origin, place)"
                    + " join provenance p on p.business_id = w.business and p.recorded_by = w.recorded_by"
                    + " and p.origin = w.origin",
            List.of(Bringer::business, Bringer::recordedBy, Bringer::origin));

    /** The name by which a program calls itself, in a business's events. */
    private record Agent(String business, String name) {}

    /** Who brought a business's events. */
    private record Bringer(String business, String recordedBy, String origin) {
        static Bringer of(Submission submission) {
            return new Bringer(
                    submission.business(),
                    submission.provenance().recordedBy(),
                    submission.provenance().origin());
        }
    }

    /** Those of the events of a commit. */
    static final class Known {
        private final Map<Agent, Integer> agents;
        private final Map<Bringer, Integer> bringers;

        private Known(Map<Agent, Integer> agents, Map<Bringer, Integer> bringers) {
            this.agents = agents;
            this.bringers = bringers;
        }

        /** Null where the event names none. */
        Integer agent(Submission submission, Event event) {
            String name = event.context().userAgent();
            return name == null ? null : agents.get(new Agent(submission.business(), name));
        }

        Integer provenance(Submission submission) {
            return bringers.get(Bringer.of(submission));
        }
    }

    Known of(Transactions transactions, Collection<Submission> group) {
        return new Known(
                agents.numbers(transactions, all(group, EventNumbers::agents)),
                bringers.numbers(transactions, all(group, submission -> Stream.of(Bringer.of(submission)))));
    }

    private static <E> Set<E> all(Collection<Submission> group, Function<Submission, Stream<E>> entries) {
        return group.stream().flatMap(entries).collect(Collectors.toSet());
    }

    private static Stream<Agent> agents(Submission submission) {
        return submission.events().stream()
                .map(event -> event.context().userAgent())
                .filter(name -> name != null)
                .map(name -> new Agent(submission.business(), name));
    }
}
