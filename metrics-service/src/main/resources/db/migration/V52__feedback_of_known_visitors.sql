-- Feedback with whose it is, as the events are: the customer that it names, or else whose the visitor was then (a widget's answer names
-- no other); and in either case by the id that the customer goes by in the end.
create or replace view feedback_of_customer with (security_invoker = true) as
  select f.business_id, f.source, f.id, f.revision, f.reading_seq, f.fact_id, f.deleted, f.kind, f.occurred_at, f.recorded_at,
    f.language,
    case when f.customer_id is not null then coalesce(
        (select a.known_as from customer_alias a where a.business_id = f.business_id and a.customer_id = f.customer_id), f.customer_id)
      when f.visitor_id is not null then (
        select coalesce(a.known_as, l.customer_id)
        from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
        where l.business_id = f.business_id and l.id_type = 'visitor' and l.id = f.visitor_id and l.undone_at is null
        order by l.occurred_at > f.occurred_at, case when l.occurred_at <= f.occurred_at then l.occurred_at end desc,
          case when l.occurred_at <= f.occurred_at then l.seq end desc, l.occurred_at, l.seq
        limit 1) end as customer_id,
    f.visitor_id, f.channel, f.page, f.touchpoint, f.product,
    f.location, f.rating, f.recommends, f.survey_id, f.survey_version, f.survey_type, f.survey_score, f.survey_min,
    f.survey_max, f.survey_good, f.model, f.label, f.score, f.positive, f.neutral, f.negative, f.unread_reason,
    f.answered_at, f.survey_partial
  from feedback_current f;
