package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * As many events as one asks for while something is killed every few seconds, whatever it is and whatever it does, and often
 * before the one killed last is back. Takes minutes: {@code bench/events/kill} runs it; {@link KillIT} is the suite's.
 */
@Order(9)
@ExtendWith(SharedProduct.class)
@EnabledIfSystemProperty(named = KilledAtRandomIT.EVENTS, matches = "\\d+")
@Timeout(value = 1, unit = TimeUnit.HOURS)
class KilledAtRandomIT {
    static final String EVENTS = "rapport.e2e.events";
    private static final int WRITERS = 24;
    /** Whose events a second sender sends too, at the same time. */
    private static final int DOUBLED = 4;

    private static final int VISITORS = 211;
    private static final int PAGES = 5;
    private static final int LONGEST_PAUSE = 20_000;
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private final Product product;
    private final Random random;

    KilledAtRandomIT(Product product) {
        this.product = product;
        long seed = Long.getLong("rapport.e2e.seed", System.nanoTime());
        this.random = new Random(seed);
        System.out.println("Seed " + seed);
    }

    @Test
    void noneIsLostAndNoneIsCountedTwice() throws Exception {
        Business business = Business.create(product, "Killed at random");
        List<Writer> writers = writers(business, WRITERS);
        List<Writer> twins = writers(business, DOUBLED);
        Map<String, Integer> kills = new TreeMap<>();
        Instant began = Instant.now();
        while (total(writers, twins) < Integer.getInteger(EVENTS)) {
            Thread.sleep(500 + random.nextInt(LONGEST_PAUSE));
            String victim = victim();
            if (kill(victim)) {
                kills.merge(victim, 1, Integer::sum);
            }
        }
        product.awaitReady();
        for (Writer writer : all(writers, twins)) {
            writer.close();
        }
        report(kills, Duration.between(began, Instant.now()), writers, twins);
        assertThat(all(writers, twins))
                .allSatisfy(writer -> assertThat(writer.unexpected()).isEmpty());
        Soon.within(RECOVERY, () -> assertWhole(business, writers, twins));
    }

    private String victim() {
        List<String> all = new ArrayList<>(Product.SERVICES);
        // Where an event can be lost, more often.
        all.addAll(List.of(Product.POSTGRES, Product.POSTGRES, "metrics-service", "metrics-service", "gateway"));
        return all.get(random.nextInt(all.size()));
    }

    /** @return false where it is dead already */
    private boolean kill(String victim) {
        try {
            return product.process(victim).destroyForcibly();
        } catch (IllegalStateException | NoSuchElementException dead) {
            return false;
        }
    }

    private static List<Writer> writers(Business business, int many) {
        return IntStream.range(0, many)
                .mapToObj(w -> new Writer(business.server(), "/v1/events", Duration.ofMillis(10), n -> event(w, n)))
                .toList();
    }

    private static Object event(int writer, int n) {
        return Business.pageView("e-" + writer + "-" + n, "v-" + n % VISITORS, "/" + n % PAGES);
    }

    private static List<Writer> all(List<Writer> writers, List<Writer> twins) {
        List<Writer> all = new ArrayList<>(writers);
        all.addAll(twins);
        return all;
    }

    private static int total(List<Writer> writers, List<Writer> twins) {
        return IntStream.range(0, writers.size())
                .map(w -> sent(writers, twins, w))
                .sum();
    }

    private static int sent(List<Writer> writers, List<Writer> twins, int w) {
        return Math.max(
                writers.get(w).acknowledged(), w < twins.size() ? twins.get(w).acknowledged() : 0);
    }

    private void assertWhole(Business business, List<Writer> writers, List<Writer> twins) {
        int total = total(writers, twins);
        String ofBusiness = " from event where business_id = '" + business.id() + "'";
        assertThat(product.number("rapport_metrics", "select count(*)" + ofBusiness))
                .isEqualTo(total);
        assertThat(product.number("rapport_metrics", "select count(distinct id)" + ofBusiness))
                .isEqualTo(total);
        for (int w = 0; w < writers.size(); w++) {
            String ofWriter = ofBusiness + " and id like 'e-" + w + "-%'";
            assertThat(product.number("rapport_metrics", "select count(*)" + ofWriter))
                    .as("writer " + w)
                    .isEqualTo(sent(writers, twins, w));
        }
        assertThat(business.count("page_views")).isEqualTo(total);
        assertThat(business.count("visitors")).isEqualTo(VISITORS);
    }

    private static void report(Map<String, Integer> kills, Duration took, List<Writer> writers, List<Writer> twins) {
        List<Writer> all = all(writers, twins);
        System.out.printf(
                "%d events in %d s; killed: %s; sent again %d times: %d times told to come back, %d times cut off%n",
                total(writers, twins),
                took.toSeconds(),
                kills,
                all.stream().mapToInt(Writer::again).sum(),
                all.stream().mapToInt(writer -> writer.turnedAway().size()).sum(),
                all.stream().mapToInt(writer -> writer.broken().size()).sum());
    }
}
