package io.rapport.gateway.business;

import io.rapport.frame.http.QueryInput;
import jakarta.ws.rs.core.UriInfo;

/** Which part of a list is asked for: those whose id comes after the cursor. */
record Page(String after, int limit) {

    static Page read(UriInfo uri) {
        QueryInput query = new QueryInput(uri);
        String cursor = query.text("cursor");
        int limit = query.integer("limit", 1, 200, 50);
        if (cursor != null && !cursor.matches("[bo]_[a-z2-7]{16}")) {
            query.refuse("cursor", "must be one that an answer gave");
        }
        query.finish();
        return new Page(cursor == null ? "" : cursor, limit);
    }
}
