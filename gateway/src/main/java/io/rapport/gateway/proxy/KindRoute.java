package io.rapport.gateway.proxy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.http.LargestBody;
import io.rapport.frame.http.ProblemResponse;
import io.rapport.frame.problem.Problems;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Finds out to which service a file goes: its kind stands in the body, before the file or after it. A body that begins with
 * a large file goes through a file here, since what comes first can't be sent before it is known to whom.
 */
@ApplicationScoped
class KindRoute {
    private static final Logger LOG = Logger.getLogger(KindRoute.class);
    private static final int BETWEEN_DOOR_AND_PROXY = -850;
    private static final int LARGEST_KEPT = 65_536;
    private static final String FEEDBACK = "feedback";
    private static final Duration LATER = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final ServicesConfig services;
    private final LargestBody largest;
    private final AtomicInteger spooled = new AtomicInteger();

    KindRoute(Vertx vertx, ServicesConfig services, LargestBody largest) {
        this.vertx = vertx;
        this.services = services;
        this.largest = largest;
    }

    void register(@Observes Router router) {
        router.route().order(BETWEEN_DOOR_AND_PROXY).handler(this::route);
    }

    private void route(RoutingContext context) {
        HttpServerRequest request = context.request();
        long most = largest.of(context.normalizedPath());
        boolean file = context.get(Part.OF_REQUEST) != null
                && request.method() == HttpMethod.POST
                && largest.takesFiles(context.normalizedPath())
                && BodyRules.broken(request, most) == null;
        KindFinder finder =
                file ? KindFinder.of(request.getHeader("Content-Type")).orElse(null) : null;
        if (finder == null) {
            context.next();
        } else {
            new Reading(context, finder, most).begin();
        }
    }

    /** One body that is looked through. */
    private final class Reading {
        private final RoutingContext context;
        private final HttpServerRequest request;
        private final KindFinder finder;
        private final long most;
        private final Buffer beginning = Buffer.buffer();
        private boolean over;
        private boolean ended;
        private Spool spool;

        Reading(RoutingContext context, KindFinder finder, long most) {
            this.context = context;
            this.request = context.request();
            this.finder = finder;
            this.most = most;
        }

        void begin() {
            request.exceptionHandler(gone -> over = true);
            request.handler(this::atFirst);
            request.endHandler(end -> {
                ended = true;
                goOn();
            });
            request.resume();
        }

        private void atFirst(Buffer piece) {
            if (over) {
                return;
            }
            beginning.appendBuffer(piece);
            finder.feed(piece.getBytes());
            if (finder.kind() != null) {
                goOn();
            } else if (beginning.length() > LARGEST_KEPT) {
                request.pause();
                toSpool();
            }
        }

        /** What was read, and what may follow, is sent to whom it is meant for. */
        private void goOn() {
            if (over) {
                return;
            }
            over = true;
            if (!ended) {
                request.pause();
            }
            pass(new Replayed(beginning, request, ended));
        }

        private void pass(ReadStream<Buffer> body) {
            context.put(Part.OF_REQUEST, FEEDBACK.equals(finder.kind()) ? Part.FEEDBACK : Part.METRICS);
            context.put(Passage.BODY, body);
            context.next();
        }

        private void toSpool() {
            if (spooled.incrementAndGet() > services.spooledFiles()) {
                spooled.decrementAndGet();
                refuse(Problems.overloaded(
                        "Too many files come in at once. A file whose kind is sent before it needs not wait.", LATER));
                return;
            }
            context.addEndHandler(end -> spooled.decrementAndGet());
            Spool.open(vertx, services.spoolFolder()).onSuccess(this::spool).onFailure(this::fail);
        }

        private void spool(Spool opened) {
            spool = opened;
            context.addEndHandler(end -> spool.close());
            spool.write(beginning);
            request.handler(this::later);
            request.endHandler(end -> {
                if (!over) {
                    over = true;
                    spool.read().onSuccess(this::pass).onFailure(this::fail);
                }
            });
            request.resume();
        }

        private void later(Buffer piece) {
            if (over) {
                return;
            }
            finder.feed(piece.getBytes());
            spool.write(piece);
            if (spool.size() > most) {
                refuse(BodyRules.tooLarge(most));
            } else if (spool.isFull()) {
                request.pause();
                spool.whenEmptier(request::resume);
            }
        }

        private void fail(Throwable failure) {
            LOG.errorf(failure, "A file could not be kept on its way");
            refuse(Problems.unavailable("gateway"));
        }

        private void refuse(HttpProblem problem) {
            over = true;
            ProblemResponse.send(context, problem);
            Rest.discard(request, most);
        }
    }
}
