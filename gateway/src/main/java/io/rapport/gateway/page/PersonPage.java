package io.rapport.gateway.page;

import io.rapport.gateway.access.person.PersonView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The people of a business or an organisation; there are few enough for one page. */
record PersonPage(
        List<PersonView> items, @Schema(nullable = true) String next) {}
