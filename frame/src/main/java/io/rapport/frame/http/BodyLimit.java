package io.rapport.frame.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.rapport.frame.problem.Problems;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts a body as it is read, since one that comes in chunks doesn't announce its length. */
@Provider
public class BodyLimit implements ReaderInterceptor {
    private final LargestBody largest;
    private final CurrentVertxRequest request;

    BodyLimit(LargestBody largest, CurrentVertxRequest request) {
        this.largest = largest;
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Counted(
                context.getInputStream(), largest.of(request.getCurrent().normalizedPath())));
        return context.proceed();
    }

    private static final class Counted extends FilterInputStream {
        private final long most;
        private long read;

        Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > most) {
                throw Problems.payloadTooLarge("The body is larger than " + most + " bytes.");
            }
        }
    }
}
