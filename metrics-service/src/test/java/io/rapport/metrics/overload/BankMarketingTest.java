package io.rapport.metrics.overload;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.DataSet;
import io.rapport.metrics.support.MetricsTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@MetricsTest
class BankMarketingTest {
    private static final String WEEK = "contact_frequency?from=2012-05-07&to=2012-05-14";

    @Test
    @DisplayName(
            "The bank's 124,956 calls to 45,211 clients, of whom 5,289 subscribed (Moro et al. 2014), by calls as in R")
    void equalsThePublishedFigures() throws IOException {
        List<String[]> rows =
                DataSet.readWhole("bank_marketing", "bank-full.csv", ";").rows();
        Client bank = Client.newBusiness("UTC");
        DataSet.send(bank, IntStream.range(0, rows.size()).boxed().flatMap(i -> client(i, rows.get(i))));

        bank.metric(WEEK + "&by=channel")
                .body("total.numerator", equalTo(124_956.0f), "total.denominator", equalTo(45_211))
                .body("total.value.toDouble()", closeTo(124_956.0 / 45_211, 1e-6))
                .body("breakdown[0].key", equalTo("phone"), "breakdown[0].n", equalTo(45_211));
        called(bank, "did.sign_up>=1", 5_289);
        called(bank, "did.call_received==1", 17_544);
        called(bank, "did.call_received==1;did.sign_up==1", 2_561);
        called(bank, "did.call_received==4;did.sign_up>=1", 317);
        called(bank, "did.call_received>=15", 614);
        called(bank, "did.call_received>14;did.sign_up!=0", 17);
        called(bank, "did.call_received<=2", 17_544 + 12_505);
        called(bank, "trait.job==student", 0);
    }

    private static void called(Client bank, String segment, int clients) {
        bank.metric(WEEK + "&segment=" + segment).body("total.n", equalTo(clients));
    }

    /** Each row is a client, with as many calls in one week as the campaign made, and a sign-up where it was won. */
    private static Stream<String> client(int number, String[] column) {
        Stream<String> calls = IntStream.range(0, Integer.parseInt(column[12]))
                .mapToObj(call -> event(number + "-" + call, "call_received", "2012-05-08T10:00:00Z", number));
        return column[16].equals("yes")
                ? Stream.concat(calls, Stream.of(event(number + "-won", "sign_up", "2012-05-09T10:00:00Z", number)))
                : calls;
    }

    private static String event(String id, String type, String at, int customer) {
        return "{\"id\": \"%s\", \"source\": \"bank\", \"type\": \"%s\", \"occurredAt\": \"%s\", \"customerId\": \"c%d\"}"
                .formatted(id, type, at, customer);
    }
}
