package io.rapport.sample.doing;

import io.rapport.sample.story.Story;

/**
 * How a visit begins.
 *
 * @param referrer null where nothing is known
 * @param query the UTM parameters of the first page's address, without the question mark; null for none
 * @param bounce the share of such visits that see one page only, in an ordinary month
 */
record Arrival(String referrer, String query, String campaign, double bounce) {
    static final Arrival DIRECT = new Arrival(null, null, null, 0.43);
    static final Arrival SEARCH = new Arrival("https://www.google.com/", null, null, 0.49);
    static final Arrival INSTAGRAM = new Arrival("https://l.instagram.com/", null, null, 0.58);
    static final Arrival CAMPAIGN_SEARCH = campaign("https://www.google.com/", "google", "cpc", 0.47);
    static final Arrival CAMPAIGN_SOCIAL = campaign("https://l.instagram.com/", "instagram", "paid_social", 0.54);

    static Arrival mail(String campaign) {
        return new Arrival(null, "utm_source=newsletter&utm_medium=email&utm_campaign=" + campaign, campaign, 0.27);
    }

    private static Arrival campaign(String referrer, String source, String medium, double bounce) {
        String query = "utm_source=%s&utm_medium=%s&utm_campaign=%s".formatted(source, medium, Story.CAMPAIGN);
        return new Arrival(referrer, query, Story.CAMPAIGN, bounce);
    }
}
