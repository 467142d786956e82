package io.rapport.gateway.access;

/** A page that says one thing to a person, with no script and nothing from elsewhere. */
final class PlainPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <link rel="icon" href="data:,">
            <title>%s</title>
            <link rel="stylesheet" href="/plain.css">
            </head>
            <body>
            <main>
            <h1>%2$s</h1>
            <p>%s</p>
            %s</main>
            </body>
            </html>
            """;

    private PlainPage() {}

    /** All four are words of our own, never of a request. */
    static String of(String language, String title, String text, String link) {
        return PAGE.formatted(language, title, text, link);
    }

    /** A line of such a page that leads on. */
    static String link(String address, String words) {
        return "<p><a href=\"" + address + "\">" + words + "</a></p>\n";
    }
}
