package io.rapport.feedback.connection;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.feedback.connection.Deliveries.Settled;
import io.rapport.feedback.connection.Deliveries.Waiting;
import io.rapport.feedback.outbox.OnwardQueue;
import io.rapport.feedback.review.FeedbackContent;
import io.rapport.feedback.review.FeedbackStore;
import io.rapport.feedback.review.Provenance;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.TokenGrant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** What deliveries of one connection say, made facts of in their order. */
@ApplicationScoped
class DeliveryReading {
    private static final Logger LOG = Logger.getLogger(DeliveryReading.class);

    private final Connections connections;
    private final FeedbackStore store;
    private final OnwardQueue onward;

    DeliveryReading(Connections connections, FeedbackStore store, OnwardQueue onward) {
        this.connections = connections;
        this.store = store;
        this.onward = onward;
    }

    /** What came of each. One that can't be read has failed; one whose facts can't be stored fails all. */
    List<Settled> read(String business, String connection, List<Waiting> deliveries) {
        Application application = new Application(business, connection);
        List<Read> all =
                deliveries.stream().map(delivery -> read(delivery, application)).toList();
        application.storeWhatWasSaid();
        return all.stream().map(Read::settled).toList();
    }

    /** Why something failed, in words for whoever looks after the connection. */
    static String reason(RuntimeException failure) {
        if (failure instanceof HttpProblem problem) {
            return problem.getDetail();
        }
        LOG.error("A delivery could not be processed", failure);
        return "It could not be processed for a reason of ours, which has been logged.";
    }

    private Read read(Waiting delivery, Application application) {
        String id = delivery.task().delivery();
        List<Change> changes;
        try {
            changes = application.parse(delivery);
        } catch (RuntimeException unreadable) {
            return new Read(id, reason(unreadable), null);
        }
        List<Done> done = new ArrayList<>();
        for (int position = 0; position < changes.size(); position++) {
            done.add(application.apply(id, position, changes.get(position)));
        }
        return new Read(id, null, done);
    }

    /** A delivery that was read, or the reason for which it wasn't. */
    private record Read(String delivery, String failure, List<Done> done) {
        Settled settled() {
            return failure == null
                    ? new Settled(
                            delivery,
                            "processed",
                            Summary.of(done.stream().map(one -> one.words).toList()))
                    : new Settled(delivery, "failed", failure);
        }
    }

    /** What came of a change, once that is known. */
    private static final class Done {
        private String words;

        Done(String words) {
            this.words = words;
        }
    }

    /** The changes of the deliveries of one connection: what several say one after the other is stored together. */
    private final class Application {
        private final String business;
        private final String id;
        private final ConnectionEntity connection;
        private final Provenance by;
        private final List<FeedbackContent> said = new ArrayList<>();
        private final List<Done> saying = new ArrayList<>();

        Application(String business, String id) {
            this.business = business;
            this.id = id;
            this.connection = ConnectionEntity.live(business, id);
            this.by = new Provenance("connection:" + id, TokenGrant.SERVER);
        }

        List<Change> parse(Waiting delivery) {
            if (connection == null) {
                throw Problems.notFound("The connection");
            }
            if (delivery.payload() == null) {
                throw Problems.notFound("What was delivered");
            }
            return connections.connector(connection).parse(delivery.payload(), connection.options());
        }

        Done apply(String delivery, int position, Change change) {
            return switch (change) {
                case Change.Passed(String reason) -> new Done(reason);
                case Change.Onwards(var target, var body) -> {
                    onward.put(business, id, delivery, position, target, body);
                    yield new Done(Summary.of(target, body));
                }
                case Change.Said(var content) -> {
                    said.add(content);
                    saying.add(new Done("stored"));
                    yield saying.getLast();
                }
                case Change.Deleted(var deletion) -> {
                    storeWhatWasSaid();
                    yield new Done(words(store.delete(business, deletion.key(), deletion.revision(), false, by)));
                }
            };
        }

        void storeWhatWasSaid() {
            if (!said.isEmpty()) {
                store.store(business, said, by).known().forEach(place -> saying.get(place).words = "known already");
                said.clear();
                saying.clear();
            }
        }
    }

    private static String words(FeedbackStore.Deletion deletion) {
        return switch (deletion) {
            case DELETED -> "deleted";
            case OVERTAKEN -> "a later revision is known already";
            case ALREADY_DELETED, UNKNOWN -> "deleted already";
        };
    }
}
