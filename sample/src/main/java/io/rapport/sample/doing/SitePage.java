package io.rapport.sample.doing;

import io.rapport.sample.story.Product;

/** A page of the bakery's site; {@code weight} says how often it is read in comparison with others. */
record SitePage(String path, String title, double weight) {
    private static final String SITE = "https://crumb.example";

    static SitePage of(Product product) {
        return new SitePage(product.path(), product.name() + " – Crumb", product.popularity());
    }

    String url() {
        return SITE + path;
    }
}
