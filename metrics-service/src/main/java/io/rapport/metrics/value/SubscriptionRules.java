package io.rapport.metrics.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How one subscription ran, by all the facts about it in whatever order they came: a pure function of them. */
final class SubscriptionRules {
    private static final String MONTH = "month";
    private static final Map<String, Integer> TIMES_A_YEAR =
            Map.of("day", 365, "week", 52, MONTH, 12, "quarter", 4, "half_year", 2, "year", 1);

    private final List<Entry> entries = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private final String owner;
    private Span open;
    private boolean begun;

    private SubscriptionRules(String owner) {
        this.owner = owner;
    }

    /** What became of the facts. */
    record Course(List<Entry> entries, List<Span> spans) {}

    static Course of(List<MoneyFact> facts) {
        List<MoneyFact> inOrder = facts.stream().sorted(MoneyFact.ORDER).toList();
        // Whose it was last is whose it is: a subscription isn't parted by a merge of two accounts.
        String owner = inOrder.reversed().stream()
                .map(fact -> fact.person().customer())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        SubscriptionRules rules = new SubscriptionRules(owner);
        inOrder.forEach(rules::take);
        if (rules.open != null) {
            rules.spans.add(rules.open);
        }
        return new Course(rules.entries, rules.spans);
    }

    private void take(MoneyFact fact) {
        String aside = aside(fact);
        entries.add(aside == null ? Entry.counted(fact) : Entry.aside(fact, aside));
        if (aside == null) {
            if (fact.is(ValueTypes.CANCELLED)) {
                spans.add(open.end(fact.at(), Span.CANCELLED, fact.reason()));
                open = null;
            } else {
                runOn(fact);
            }
        }
    }

    private String aside(MoneyFact fact) {
        if (!fact.named() && fact.person().customer() == null) {
            return SetAside.NO_SUBSCRIPTION;
        }
        if (fact.isNegative()) {
            return SetAside.NEGATIVE;
        }
        boolean opens = fact.is(ValueTypes.STARTED) || fact.is(ValueTypes.RENEWED);
        if (open != null || opens) {
            return null;
        }
        return begun ? SetAside.ENDED_ALREADY : SetAside.ENDS_BEFORE_BEGINNING;
    }

    /** A renewal of what nobody told the start of begins it: what came before isn't known. */
    private void runOn(MoneyFact fact) {
        begun = true;
        boolean stays = fact.minor() == null && open != null;
        Span next = new Span(
                fact.subject(),
                owner,
                fact.plan() == null && open != null ? open.plan() : fact.plan(),
                stays ? open.price() : Span.Price.of(fact),
                stays ? open.annual() : annual(fact),
                fact.at(),
                null,
                null,
                null,
                open == null ? fact.place() : fact.place().or(open.place()));
        if (open == null) {
            open = next;
        } else if (!Objects.equals(open.plan(), next.plan()) || !open.price().equals(next.price())) {
            spans.add(open.end(fact.at(), Span.CHANGED, null));
            open = next;
        }
    }

    private static Long annual(MoneyFact fact) {
        Integer times = TIMES_A_YEAR.get(fact.period() == null ? MONTH : fact.period());
        return fact.amount() == null || times == null ? null : fact.amount() * times;
    }
}
