import io.rapport.models.fit.Fitted;
import io.rapport.models.purchase.BgNbd;
import io.rapport.models.purchase.GammaGamma;
import io.rapport.models.purchase.Histories;
import io.rapport.models.purchase.LifetimeValue;
import io.rapport.models.purchase.ParetoNbd;
import io.rapport.models.purchase.PurchaseHistory;
import io.rapport.models.purchase.PurchaseModel;
import io.rapport.models.purchase.SpendModel;
import io.rapport.models.purchase.Spending;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;

/** See bench/models/run. */
public class Speed {
    private static final double WEEK = 7;
    private static final BgNbd TRUE = new BgNbd(0.6, 6, 0.8, 2.4);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);

    public static void main(String[] args) throws Exception {
        List<PurchaseHistory> customers = new ArrayList<>();
        List<Spending> buyers = new ArrayList<>();
        Path cdnow = Path.of(args[1]);
        if (Files.exists(cdnow)) {
            for (String line : Files.readAllLines(cdnow).stream().skip(1).toList()) {
                String[] row = line.split(",");
                int x = Integer.parseInt(row[1]);
                customers.add(new PurchaseHistory(x, Double.parseDouble(row[2]), Double.parseDouble(row[3])));
                if (x > 0 && Double.parseDouble(row[4]) > 0) {
                    buyers.add(new Spending(x, Double.parseDouble(row[4])));
                }
            }
            System.out.println("== CDNOW, " + customers.size() + " customers: in a new process, then again");
            measure(customers, buyers, true);
            measure(customers, buyers, true);
        }
        int many = Integer.parseInt(args[0]);
        customers.clear();
        buyers.clear();
        simulate(many, customers, buyers);
        System.out.println("== " + many + " simulated customers, " + buyers.size() + " with repeats");
        System.out.println("true: " + TRUE + ", " + SPEND);
        measure(customers, buyers, false);
    }

    private static void measure(List<PurchaseHistory> customers, List<Spending> buyers, boolean pareto) {
        long began = System.nanoTime();
        Histories histories = timed("equal customers counted together", () -> Histories.of(customers));
        Fitted<PurchaseModel> bg = timed("BG/NBD", () -> BgNbd.fit(histories));
        Fitted<SpendModel> spend = timed("Gamma-Gamma", () -> GammaGamma.fit(buyers));
        System.out.printf("  BG/NBD and Gamma-Gamma together %.2f s%n", (System.nanoTime() - began) / 1e9);
        System.out.println("  " + bg.fit().estimates() + " after " + bg.fit().evaluations() + ", converged " + bg.fit().converged());
        System.out.println("  " + spend.fit().estimates() + " after " + spend.fit().evaluations());
        timed("P(alive), purchases in 90 and 365 days, value of a year, of all", () -> score(customers, bg.model(), spend.model()));
        if (pareto) {
            Fitted<PurchaseModel> fitted = timed("Pareto/NBD", () -> ParetoNbd.fit(histories));
            System.out.println("  " + fitted.fit().estimates() + " after " + fitted.fit().evaluations());
        }
    }

    private static double score(List<PurchaseHistory> customers, PurchaseModel model, SpendModel spend) {
        LifetimeValue year = new LifetimeValue(4, 13, 0.03);
        return customers.parallelStream()
                .mapToDouble(customer -> model.pAlive(customer)
                        + model.expected(customer, 90 / WEEK)
                        + model.expected(customer, 365 / WEEK)
                        + year.of(model, customer, spend.expectedOfNew()))
                .sum();
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long began = System.nanoTime();
        T result = work.get();
        System.out.printf("  %s: %.3f s%n", what, (System.nanoTime() - began) / 1e9);
        return result;
    }

    /** Two years of days; amounts in cents. */
    private static void simulate(int many, List<PurchaseHistory> customers, List<Spending> buyers) {
        SplittableRandom random = new SplittableRandom(20_260_301);
        GammaDistribution rates = new GammaDistribution(TRUE.r(), 1 / TRUE.alpha());
        BetaDistribution leaving = new BetaDistribution(TRUE.a(), TRUE.b());
        GammaDistribution scales = new GammaDistribution(SPEND.q(), 1 / SPEND.gamma());
        for (int i = 0; i < many; i++) {
            double rate = rates.inverseCumulativeProbability(random.nextDouble(1e-9, 1));
            double leaves = leaving.inverseCumulativeProbability(random.nextDouble(1e-9, 1));
            int observed = 1 + random.nextInt(730);
            int repeats = 0;
            int last = 0;
            for (double at = 0; ; ) {
                at -= Math.log(1 - random.nextDouble()) / rate * WEEK;
                int day = Math.max(last + 1, (int) Math.round(at));
                if (day > observed) {
                    break;
                }
                repeats++;
                last = day;
                at = Math.max(at, day);
                if (random.nextDouble() < leaves) {
                    break;
                }
            }
            customers.add(new PurchaseHistory(repeats, last / WEEK, observed / WEEK));
            if (repeats > 0) {
                double scale = scales.inverseCumulativeProbability(random.nextDouble(1e-9, 1));
                double mean = new GammaDistribution(SPEND.p() * repeats, 1 / (scale * repeats))
                        .inverseCumulativeProbability(random.nextDouble(1e-9, 1));
                buyers.add(new Spending(repeats, Math.max(0.01, Math.round(mean * 100) / 100.0)));
            }
        }
    }
}
