package io.rapport.metrics.segment;

import io.rapport.metrics.sql.Sql;
import java.util.Set;

/** Selects the customers of whom one condition holds, as a set; of some conditions those of whom it doesn't hold. */
public final class ConditionMembers {
    private static final Set<String> SURVEY_TYPES = Set.of("nps", "ces", "csat", "custom");

    private ConditionMembers() {}

    /** Whether the set has those of whom the condition doesn't hold, because it holds of those of whom nothing is known. */
    static boolean isOfTheOthers(Rule.Condition condition) {
        return switch (condition) {
            case Rule.Did did -> did.times().holdsOfNever();
            case Rule.Said said -> said.times().holdsOfNever();
            default -> false;
        };
    }

    /** Selects {@code customer_id}, each once. */
    public static Sql of(Rule.Condition condition, AsOf asOf) {
        String business = asOf.business().id();
        return switch (condition) {
            case Rule.Trait trait ->
                Sql.of(
                                "select t.customer_id from customer_trait t where t.business_id = ? and t.name = ?",
                                business,
                                trait.name())
                        .add("and")
                        .add(test(trait.test()))
                        .add(knownByThen(asOf));
            case Rule.Did did ->
                did(did, asOf).add("group by 1 having").add(did.times().having("count(*)"));
            case Rule.Said said ->
                said(asOf, said.days())
                        .add(said.label() == null ? "" : "and b.label = ?", given(said.label()))
                        .add(said.kind() == null ? "" : "and b.kind = ?", given(said.kind()))
                        .add("group by 1 having")
                        .add(said.times().having("count(*)"));
            case Rule.Sounds sounds ->
                said(asOf, sounds.days())
                        .add("and b.score is not null group by 1 having")
                        .add(sounds.score().holdOfMean("sum(b.score)", "count(*)"));
            case Rule.Answered answered ->
                Sql.of(
                                "select a.customer_id from (select distinct on (b.customer_id) b.customer_id, b.survey_score"
                                        + " from customer_feedback b where b.business_id = ? and",
                                business)
                        .add(asOf.during("b.occurred_at", answered.days()))
                        .add(
                                "and b.survey_score is not null and "
                                        + (SURVEY_TYPES.contains(answered.survey())
                                                ? "b.survey_type = ?"
                                                : "b.survey_id = ?"),
                                answered.survey())
                        .add("order by b.customer_id, b.occurred_at desc, b.source desc, b.id desc) a where")
                        .add(answered.score().hold("a.survey_score"));
            case Rule.Bought bought -> BoughtMembers.of(bought, asOf);
            case Rule.Scored scored -> scored(scored, business);
            case Rule.Known known ->
                throw new IllegalStateException(known.field() + " is asked of facts, not of customers");
        };
    }

    private static Sql scored(Rule.Scored scored, String business) {
        String column = "p." + scored.score().column();
        Sql found = Sql.of("select p.customer_id from customer_prediction p where p.business_id = ? and", business);
        return switch (scored.test()) {
            case Rule.Present present -> found.add(column + " is not null");
            case Rule.OneOf one ->
                found.add(column + " = any (?)", (Object) one.values().toArray(String[]::new));
            case Rule.Sized sized -> found.add(sized.bounds().hold(column)).add("and " + column + " is not null");
        };
    }

    /** What of events makes them count, with their table named {@code b}. */
    public static Sql done(Rule.Did did, AsOf asOf) {
        Sql done = Sql.of(
                        "b.business_id = ? and b.type = ? and", asOf.business().id(), did.type())
                .add(asOf.during("b.occurred_at", did.days()));
        did.where().forEach((place, value) -> done.add("and b." + place + " = ?", value));
        return done;
    }

    /** What is asked of a trait, with its table named {@code t}. */
    public static Sql test(Rule.Test test) {
        return switch (test) {
            case Rule.Present present -> Sql.of("t.value <> ''");
            case Rule.OneOf one
            when one.values().size() == 1 -> Sql.of("t.value = ?", one.values().getFirst());
            case Rule.OneOf one ->
                Sql.of("t.value = any (?)", (Object) one.values().toArray(String[]::new));
            case Rule.Sized sized ->
                Sql.of("case when t.value ~ '^-?[0-9]{1,40}(\\.[0-9]{1,40})?$' then")
                        .add(sized.bounds().hold("t.value::numeric"))
                        .add("else false end");
        };
    }

    /** Traits are those of now, but of customers of then. */
    private static Sql knownByThen(AsOf asOf) {
        return asOf.past()
                ? Sql.of("and t.customer_id in (").add(everybody(asOf)).add(")")
                : Sql.of("");
    }

    /** Selects {@code customer_id} of all who aren't in the set of a condition, each once: a million of them within one join. */
    static Sql others(Rule.Condition condition, AsOf asOf) {
        boolean ever = condition instanceof Rule.Did did
                && Long.valueOf(0).equals(did.times().most());
        return Sql.of("select e.customer_id from (")
                .add(everybody(asOf))
                .add(") e where not exists (select from (")
                .add(ever ? did((Rule.Did) condition, asOf) : of(condition, asOf))
                .add(") b where b.customer_id = e.customer_id)");
    }

    /** All customers who were known by then, each once. */
    static Sql everybody(AsOf asOf) {
        return ofOwnId(asOf).add("union all").add(ofOtherIds(asOf));
    }

    /** Those who go by an id that a fact names. */
    private static Sql ofOwnId(AsOf asOf) {
        return Sql.of(
                "select c.customer_id from customer_seen c where c.business_id = ? and c.first_seen < ? and not exists"
                        + " (select from customer_alias a where a.business_id = c.business_id and a.customer_id = c.customer_id)",
                asOf.business().id(),
                asOf.end());
    }

    /** Those of whom facts name other ids alone. */
    private static Sql ofOtherIds(AsOf asOf) {
        return Sql.of(
                "select distinct a.known_as from customer_alias a join customer_seen c"
                        + " on c.business_id = a.business_id and c.customer_id = a.customer_id and c.first_seen < ?"
                        + " where a.business_id = ? and not exists (select from customer_seen k"
                        + " where k.business_id = a.business_id and k.customer_id = a.known_as and k.first_seen < ?)",
                asOf.end(),
                asOf.business().id(),
                asOf.end());
    }

    /** How many they are. */
    static Sql customers(AsOf asOf) {
        return Sql.of("select (select count(*) from (")
                .add(ofOwnId(asOf))
                .add(") c) + (select count(*) from (")
                .add(ofOtherIds(asOf))
                .add(") c)");
    }

    /** A row for each time. */
    private static Sql did(Rule.Did did, AsOf asOf) {
        return Sql.of("select b.customer_id from customer_event b where").add(done(did, asOf));
    }

    private static Sql said(AsOf asOf, Integer days) {
        return Sql.of(
                        "select b.customer_id from customer_feedback b where b.business_id = ? and",
                        asOf.business().id())
                .add(asOf.during("b.occurred_at", days));
    }

    private static Object[] given(String value) {
        return value == null ? new Object[0] : new Object[] {value};
    }
}
