package io.rapport.metrics.value;

/**
 * A fact about money as it counts.
 *
 * @param person of a refund, whose the order was
 * @param place of a refund, what the order's was where it doesn't say
 * @param amount in the business's currency; null where it can't be told, and of a refund also where its order's can't
 * @param setAside why it counts nowhere; null where it counts
 */
record Entry(MoneyFact fact, MoneyFact.Person person, MoneyFact.Place place, Long amount, String setAside) {
    static Entry counted(MoneyFact fact) {
        return aside(fact, null);
    }

    static Entry aside(MoneyFact fact, String reason) {
        return new Entry(fact, fact.person(), fact.place(), fact.amount(), reason);
    }

    /** A refund of an order. */
    Entry of(MoneyFact order) {
        MoneyFact.Person own = fact.person();
        MoneyFact.Person owner = new MoneyFact.Person(
                order.person().customer(), own.visitor(), own.recipient(), own.phone(), own.handle());
        return new Entry(fact, owner, fact.place().or(order.place()), order.amount() == null ? null : amount, setAside);
    }
}
