package io.rapport.metrics.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The page views of many visits in one list of each of their columns, as statements take them: an array of arrays must be a
 * rectangle, so each visit takes its stretch.
 */
final class ViewLists {
    private final List<Long> seqs = new ArrayList<>();
    private final List<Long> afters = new ArrayList<>();
    private final List<Long> durations = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final List<Boolean> again = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final List<Integer> lasts = new ArrayList<>();
    private final List<Boolean> anyAgain = new ArrayList<>();

    static ViewLists of(List<Visit> visits) {
        ViewLists lists = new ViewLists();
        visits.forEach(lists::add);
        return lists;
    }

    private void add(Visit visit) {
        Set<String> seen = new HashSet<>();
        firsts.add(seqs.size() + 1);
        for (PageView view : visit.views()) {
            seqs.add(view.seq());
            afters.add(ChronoUnit.MICROS.between(visit.beganAt(), view.at()));
            durations.add(view.microseconds());
            pages.add(view.page());
            again.add(!seen.add(view.page()));
        }
        lasts.add(seqs.size());
        anyAgain.add(seen.size() < visit.views().size());
    }

    /** The lists themselves, and then by visit where its stretch begins and ends, from 1, and whether it saw a page again. */
    Object[] columns() {
        return new Object[] {
            seqs.toArray(Long[]::new),
            afters.toArray(Long[]::new),
            durations.toArray(Long[]::new),
            pages.toArray(String[]::new),
            again.toArray(Boolean[]::new),
            firsts.toArray(Integer[]::new),
            lasts.toArray(Integer[]::new),
            anyAgain.toArray(Boolean[]::new)
        };
    }

    /** The views of a row. */
    static List<PageView> read(ResultSet row, Instant beganAt) throws SQLException {
        Long[] seqs = (Long[]) row.getArray("view_seq").getArray();
        Long[] afters = (Long[]) row.getArray("view_after").getArray();
        Long[] durations = (Long[]) row.getArray("view_us").getArray();
        String[] pages = (String[]) row.getArray("view_page").getArray();
        List<PageView> views = new ArrayList<>();
        for (int i = 0; i < seqs.length; i++) {
            views.add(new PageView(seqs[i], beganAt.plus(afters[i], ChronoUnit.MICROS), pages[i], durations[i]));
        }
        return views;
    }
}
