package io.rapport.metrics.rollup;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.visit.PageView;
import io.rapport.metrics.visit.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page views of a visit by the business's day, of those days that follow the events. */
final class ViewedDays {
    private ViewedDays() {}

    static Map<LocalDate, List<PageView>> of(Visit visit, Business business) {
        Map<LocalDate, List<PageView>> days = HashMap.newHashMap(1);
        for (PageView view : visit.views()) {
            LocalDate day = business.day(view.at());
            if (business.derives(day)) {
                days.computeIfAbsent(day, d -> new ArrayList<>()).add(view);
            }
        }
        return days;
    }
}
