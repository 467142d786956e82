-- What is left out is little beside what counts, and is counted by itself.
create index event_left_out on event (business_id, occurred_at) where left_out is not null;

-- Of what is said of a customer again and again only the last time is kept. Values may be longer than an index takes.
create unique index customer_trait_fact_said
  on customer_trait_fact (business_id, customer_id, name, md5(value), recorded_by) nulls not distinct;

-- Feedback by the id that its customer goes by in the end.
create view feedback_of_customer with (security_invoker = true) as
  select f.business_id, f.source, f.id, f.revision, f.reading_seq, f.fact_id, f.deleted, f.kind, f.occurred_at, f.recorded_at,
    f.language, coalesce(a.known_as, f.customer_id) as customer_id, f.visitor_id, f.channel, f.page, f.touchpoint, f.product,
    f.location, f.rating, f.recommends, f.survey_id, f.survey_version, f.survey_type, f.survey_score, f.survey_min,
    f.survey_max, f.survey_good, f.model, f.label, f.score, f.positive, f.neutral, f.negative, f.unread_reason
  from feedback_current f
  left join customer_alias a on a.business_id = f.business_id and a.customer_id = f.customer_id;
