package io.rapport.metrics.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.models.purchase.PurchaseHistory;
import io.rapport.models.purchase.Spending;
import org.junit.jupiter.api.Test;

class BuyerTest {
    private final Buyer buyer = new Buyer(
            "ann", new int[] {0, 7, 21, 28}, new int[] {1, 2, 1, 1}, new long[] {900, 0, 3_000, Buyer.UNKNOWN});

    @Test
    void theFirstDayIsNoRepeatAndObservationEndsTheDayBefore() {
        assertThat(buyer.historyBefore(36)).isEqualTo(new PurchaseHistory(3, 4, 5));
        assertThat(buyer.historyBefore(28)).isEqualTo(new PurchaseHistory(2, 3, 27 / 7.0));
        assertThat(buyer.historyBefore(1)).isEqualTo(new PurchaseHistory(0, 0, 0));
        assertThat(buyer.historyBefore(0)).isNull();
    }

    @Test
    void spendingIsOfRepeatDaysThatArePricedWithThoseWorthNothing() {
        assertThat(buyer.spendingBefore(36, 100)).isEqualTo(new Spending(2, 15));
        assertThat(buyer.spendingBefore(8, 100)).isNull();
        assertThat(buyer.spendingFrom(21, 100)).isEqualTo(new Spending(1, 30));
        assertThat(buyer.spendingFrom(0, 100)).isEqualTo(new Spending(2, 15));
    }

    @Test
    void ordersAndMoneyAreAllOfThem() {
        assertThat(buyer.ordersBefore(36)).isEqualTo(5);
        assertThat(buyer.spentBefore(36)).isEqualTo(3_900);
    }
}
