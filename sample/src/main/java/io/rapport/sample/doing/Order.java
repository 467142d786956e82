package io.rapport.sample.doing;

import io.rapport.sample.story.Customer;
import io.rapport.sample.story.Product;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * One order.
 *
 * @param startedAt when the customer came to the site or the shop for it
 * @param first whether it is the customer's first ever
 */
record Order(String id, Customer customer, Instant startedAt, boolean online, boolean first, List<Line> lines) {

    /** So many of one product. */
    record Line(Product product, int quantity) {
        long cents() {
            return (long) product.cents() * quantity;
        }
    }

    long cents() {
        return lines.stream().mapToLong(Line::cents).sum();
    }

    /** The line that cost most stands for the order where only one product can be named. */
    Product mainProduct() {
        return lines.stream()
                .max(Comparator.comparingLong(Line::cents))
                .orElseThrow()
                .product();
    }
}
