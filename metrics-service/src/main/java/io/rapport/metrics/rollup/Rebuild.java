package io.rapport.metrics.rollup;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.visit.VisitDerivation;
import io.rapport.metrics.visit.VisitTasks;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Derives everything of a business anew, in steps that take little time each, however much it has: first all that was derived
 * goes, then the days of its visitors are noted as tasks. Nothing else is derived for it meanwhile.
 */
final class Rebuild {
    private Rebuild() {}

    /** @return false where nothing calls for it, or nothing any more */
    static boolean step(Connection connection, Business business) throws SQLException {
        return VisitTasks.everythingWaits(connection, business.id())
                && (VisitDerivation.removeSome(connection, business.id())
                        || Rollups.removeSome(connection, business)
                        || VisitTasks.noteNextDays(connection, business.id()));
    }
}
