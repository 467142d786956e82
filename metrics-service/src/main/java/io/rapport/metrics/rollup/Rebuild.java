package io.rapport.metrics.rollup;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.visit.VisitDerivation;
import io.rapport.metrics.visit.VisitTasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Derives everything of a business anew, in steps that take little time each, however much it has: first all that was derived
 * goes, then the days of its visitors are noted as tasks, some whenever few are left to do.
 */
final class Rebuild {
    private Rebuild() {}

    /**
     * Removes some of what was derived before. When nothing of it is left the first days are noted at once, since what is derived
     * from then on stays.
     *
     * @return false where nothing is to go; until then nothing may be derived
     */
    static boolean removeSome(Connection connection, Business business) throws SQLException {
        Optional<Instant> since = VisitTasks.everythingSince(connection, business.id());
        if (!since.equals(Optional.of(VisitTasks.Touch.BEGINNING))) {
            return false;
        }
        if (VisitDerivation.removeSome(connection, business.id()) || Rollups.removeSome(connection, business)) {
            return true;
        }
        noteSome(connection, business);
        return false;
    }

    /** Notes the next days. @return false where nothing calls for it */
    static boolean noteSome(Connection connection, Business business) throws SQLException {
        Optional<Instant> since = VisitTasks.everythingSince(connection, business.id());
        if (since.isPresent()) {
            VisitTasks.noteNextDays(connection, business.id(), since.get());
        }
        return since.isPresent();
    }
}
