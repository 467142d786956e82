package io.rapport.metrics.prediction;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rapport.frame.problem.Problems;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.business.Businesses;
import io.rapport.metrics.business.SettingsStored;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes fits: of one model because somebody asked, or of all of a business's each night. */
@ApplicationScoped
class Fits {
    /** What somebody asked for is what customers are judged by for so long. */
    private static final Duration HOLDS = Duration.ofDays(1);

    private static final Duration FIRST = Duration.ofMinutes(10);
    static final String BY_SCHEDULE = "schedule";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Transactions transactions;
    private final LongWork work;
    private final Businesses businesses;
    private final Derivation derivation;
    private final FitTable fits;
    private final Scoring scoring;
    private final Clock clock;
    private final Timer nights;
    private final Timer asked;

    Fits(
            Transactions transactions,
            LongWork work,
            Businesses businesses,
            Derivation derivation,
            FitTable fits,
            Scoring scoring,
            Clock clock,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.work = work;
        this.businesses = businesses;
        this.derivation = derivation;
        this.fits = fits;
        this.scoring = scoring;
        this.clock = clock;
        this.nights = meters.timer("rapport.metrics.fits", "by", "night");
        this.asked = meters.timer("rapport.metrics.fits", "by", "request");
    }

    /** A new business has something to look at soon; sooner where its history comes at once. */
    void settingsStored(@Observes SettingsStored stored) {
        transactions.call(connection -> {
            FitTasks.add(
                    connection,
                    stored.business().id(),
                    FitTasks.NIGHTLY,
                    clock.instant().plus(FIRST));
            return null;
        });
    }

    /** Stores what is wanted; the same that waits already is that one. */
    ModelFit ask(String business, ModelName model, Period period, String by) {
        Instant now = clock.instant();
        return transactions.call(connection -> {
            ModelFit fit = fits.ask(connection, waiting(business, model, period, by, now));
            FitTasks.add(connection, business, fit.id(), now);
            FitTasks.holdNightly(connection, business, now.plus(HOLDS));
            return fit;
        });
    }

    /** The day of the first order, or of the first subscription; null where there is neither. */
    LocalDate firstDay(Business business) {
        derivation.catchUp(business.id());
        return transactions.call(connection -> ContractLog.firstDay(connection, business));
    }

    /**
     * Does what was asked for.
     *
     * @param alive called now and then while it takes its time
     */
    void make(String business, String id, Runnable alive) {
        Optional<ModelFit> found = transactions.call(connection -> fits.find(connection, business, id));
        found.filter(fit -> fit.state() == ModelFit.State.WAITING)
                .ifPresent(fit -> asked.record(() -> make(businesses.get(business), fit, alive)));
    }

    private void make(Business business, ModelFit fit, Runnable alive) {
        catchUp(business.id(), alive);
        Period period = new Period(fit.from(), fit.to());
        Fitter fitter = new Fitter(work, business, period);
        store(fitter, Map.of(fit, fitter.fit(fit.model())), alive);
    }

    /** All that was acknowledged is known to the fit, however long that takes. */
    private void catchUp(String business, Runnable alive) {
        while (!derivation.catchUp(business)) {
            alive.run();
        }
    }

    /** First what is said of customers follows, then it is said to be done. */
    private void store(Fitter fitter, Map<ModelFit, Fitting> made, Runnable alive) {
        transactions.call(connection -> {
            for (Map.Entry<ModelFit, Fitting> one : made.entrySet()) {
                fits.found(connection, one.getKey(), one.getValue());
            }
            return null;
        });
        alive.run();
        scoring.score(fitter.business(), fitter.period(), fitter.buyers(), alive);
        transactions.call(connection -> {
            for (ModelFit fit : made.keySet()) {
                fits.done(connection, fit, clock.instant());
            }
            return null;
        });
    }

    void fail(String business, String id) {
        transactions.call(connection -> {
            fits.failed(connection, business, id, "A fault of ours.", clock.instant());
            return null;
        });
    }

    /** Fits all models to all that happened until yesterday. @return when to come again */
    Instant night(String id, Runnable alive) {
        Business business = businesses.get(id);
        catchUp(id, alive);
        LocalDate first = firstDay(business);
        LocalDate today = LocalDate.ofInstant(clock.instant(), business.zone());
        if (first != null && first.isBefore(today)) {
            nights.record(() -> night(business, new Period(first, today), alive));
        }
        return Nights.next(business, clock.instant());
    }

    private void night(Business business, Period period, Runnable alive) {
        Fitter fitter = new Fitter(work, business, period);
        Map<ModelFit, Fitting> made = new LinkedHashMap<>();
        for (ModelFit fit : askAll(business, period)) {
            made.put(fit, fitter.fit(fit.model()));
            alive.run();
        }
        store(fitter, made, alive);
    }

    private List<ModelFit> askAll(Business business, Period period) {
        Instant now = clock.instant();
        return transactions.call(connection -> {
            List<ModelFit> wanted = new ArrayList<>();
            for (ModelName model : ModelName.values()) {
                wanted.add(fits.ask(connection, waiting(business.id(), model, period, BY_SCHEDULE, now)));
            }
            return wanted;
        });
    }

    private static ModelFit waiting(String business, ModelName model, Period period, String by, Instant now) {
        StringBuilder id = new StringBuilder("mf_");
        for (int i = 0; i < 16; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new ModelFit(
                business,
                id.toString(),
                model,
                ModelFit.State.WAITING,
                period.from(),
                period.to(),
                null,
                null,
                null,
                now,
                by,
                null);
    }

    ModelFit get(String business, ModelName model, String id) {
        return transactions
                .call(connection -> fits.find(connection, business, id))
                .filter(fit -> fit.model() == model)
                .orElseThrow(() -> Problems.notFound("The fit"));
    }
}
