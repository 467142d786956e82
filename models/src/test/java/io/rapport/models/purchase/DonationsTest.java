package io.rapport.models.purchase;

import static io.rapport.models.DataSet.relative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.models.DataSet;
import io.rapport.models.fit.Fit;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DonationsTest {
    @Test
    @DisplayName("BG/BB agrees with Fader, Hardie, Shang (2010) on 11,104 donors to its digits, and with R to 1e-4")
    void donors() throws IOException {
        DataSet data = DataSet.read("sbg_retention", "bgbb_donations.csv");
        List<Chances> donors = data.numbers("frequency", "recency", "periods", "weights").stream()
                .map(row -> new Chances((int) row[0], (int) row[1], (int) row[2], (long) row[3]))
                .toList();
        var fitted = BgBb.fit(donors);
        Fit fit = fitted.fit();
        assertThat(fitted.fellBackTo()).isNull();
        assertThat(fit.n()).isEqualTo(11_104);
        assertThat(fit.logLikelihood()).isCloseTo(-33_225.6, within(0.05)).isCloseTo(-33_225.5812743473, within(1e-3));
        assertThat(fit.value("alpha")).isCloseTo(1.204, within(1e-3)).isCloseTo(1.2035222136, relative(1.2035, 1e-4));
        assertThat(fit.value("beta")).isCloseTo(0.750, within(1e-3)).isCloseTo(0.74971610133, relative(0.7497, 1e-4));
        assertThat(fit.value("gamma")).isCloseTo(0.657, within(1e-3)).isCloseTo(0.65671871857, relative(0.6567, 1e-4));
        assertThat(fit.value("delta")).isCloseTo(2.783, within(1e-3)).isCloseTo(2.7834437971, relative(2.7834, 1e-4));
        double next = donors.stream()
                .mapToDouble(donor -> donor.customers() * fitted.model().expected(donor, 5))
                .sum();
        assertThat(next).isCloseTo(12_884.2, within(0.2));
    }
}
