package io.rapport.gateway.tracker;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A script for the pages of any site, as it stands in the resources. A browser keeps it for a day and then asks whether it has changed. */
final class PageScript {
    private static final String KEPT = "public, max-age=86400, stale-while-revalidate=604800";
    private static final int NOT_MODIFIED = 304;

    private final Form plain;
    private final Form compressed;

    PageScript(String resource) {
        byte[] script = read(resource);
        String version = version(script);
        this.plain = new Form(Buffer.buffer(script), "\"" + version + "\"");
        this.compressed = new Form(Buffer.buffer(gzip(script)), "\"" + version + "-gzip\"");
    }

    void serve(RoutingContext context) {
        HttpServerResponse response = context.response();
        String accepted = context.request().getHeader("Accept-Encoding");
        boolean small = accepted != null && accepted.contains("gzip");
        Form form = small ? compressed : plain;
        response.putHeader("Cache-Control", KEPT)
                .putHeader("ETag", form.tag())
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (isKnown(context.request().getHeader("If-None-Match"))) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.putHeader("Content-Type", "text/javascript; charset=utf-8")
                // Stated in either case: the server would else compress once more.
                .putHeader("Content-Encoding", small ? "gzip" : "identity")
                .putHeader("Content-Length", Integer.toString(form.content().length()));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(form.content());
        }
    }

    /** One version has two tags; whoever has either has all there is. */
    private boolean isKnown(String tags) {
        return tags != null && (tags.contains(plain.tag()) || tags.contains(compressed.tag()));
    }

    private static byte[] read(String resource) {
        try (InputStream file = PageScript.class.getResourceAsStream(resource)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] gzip(byte[] script) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new Best(bytes)) {
            gzip.write(script);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String version(byte[] script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Form(Buffer content, String tag) {}

    private static final class Best extends GZIPOutputStream {
        Best(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
