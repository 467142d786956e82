-- When a feedback was first answered by the business, and whether an answer to a survey was broken off before its end.
alter table feedback_fact add column answered_at timestamptz, add column survey_partial boolean not null default false;
alter table feedback_current add column answered_at timestamptz, add column survey_partial boolean not null default false;
create index feedback_current_of_survey on feedback_current (business_id, survey_id) where survey_id is not null and not deleted;

create or replace view feedback_of_customer with (security_invoker = true) as
  select f.business_id, f.source, f.id, f.revision, f.reading_seq, f.fact_id, f.deleted, f.kind, f.occurred_at, f.recorded_at,
    f.language, coalesce(a.known_as, f.customer_id) as customer_id, f.visitor_id, f.channel, f.page, f.touchpoint, f.product,
    f.location, f.rating, f.recommends, f.survey_id, f.survey_version, f.survey_type, f.survey_score, f.survey_min,
    f.survey_max, f.survey_good, f.model, f.label, f.score, f.positive, f.neutral, f.negative, f.unread_reason,
    f.answered_at, f.survey_partial
  from feedback_current f
  left join customer_alias a on a.business_id = f.business_id and a.customer_id = f.customer_id;

-- How far people got with surveys, from what was shown to what was answered. Events tell of what is shown, started and completed;
-- the answers themselves are feedback. An answer counts against what was shown where events tell that its survey is shown in its
-- channel at all: a link in an e-mail is answered too, but nobody knows who saw it. Where no event tells of starts and completions,
-- each answer is a start, and a completion unless it was broken off; where no answer is kept, a completion is an answer.
create function survey_step(of_business text, since timestamptz, until timestamptz)
returns table (business_id text, occurred_at timestamptz, step text, source text, id text, type text, visitor_id text,
  customer_id text, channel text, campaign text, touchpoint text, location text, survey_id text)
language sql stable as $$
  with reported as materialized (
    select distinct e.type, coalesce(e.properties ->> 'surveyId', e.properties ->> 'survey') as survey_id, e.channel
    from event e
    where e.business_id = of_business and e.type in ('survey_shown', 'survey_started', 'survey_completed')
      and e.left_out is null
  ), told as materialized (
    select e.*, coalesce(e.properties ->> 'surveyId', e.properties ->> 'survey') as survey_id
    from known_event e
    where e.business_id = of_business and e.type in ('survey_shown', 'survey_started', 'survey_completed')
      and e.occurred_at >= since and e.occurred_at < until
  ), answer as materialized (
    select f.*, exists (select from reported r where r.type = 'survey_shown'
          and coalesce(r.survey_id, f.survey_id) = f.survey_id
          and (r.channel = f.channel or r.channel is null or f.channel is null)) as was_shown,
      exists (select from reported r where r.type <> 'survey_shown'
          and coalesce(r.survey_id, f.survey_id) = f.survey_id
          and (r.channel = f.channel or r.channel is null or f.channel is null)) as is_told
    from feedback_of_customer f
    where f.business_id = of_business and not f.deleted and f.survey_id is not null
      and f.occurred_at >= since and f.occurred_at < until
  ), step as (
    select replace(t.type, 'survey_', '') as step, t.occurred_at, t.source, t.id, t.type, t.visitor_id, t.customer_id, t.channel,
      t.campaign, t.touchpoint, t.location, t.survey_id
    from told t
    union all
    select 'answered', t.occurred_at, t.source, t.id, t.type, t.visitor_id, t.customer_id, t.channel, t.campaign, t.touchpoint,
      t.location, t.survey_id
    from told t
    where t.type = 'survey_completed'
      and exists (select from reported r where r.type = 'survey_shown'
        and (r.survey_id = t.survey_id or r.survey_id is null or t.survey_id is null)
        and (r.channel = t.channel or r.channel is null or t.channel is null))
      and not exists (select from feedback_current f where f.business_id = of_business and not f.deleted
        and f.survey_id is not null and f.survey_id = coalesce(t.survey_id, f.survey_id))
    union all
    select s.step, a.occurred_at, a.source, a.id, 'survey_response', a.visitor_id, a.customer_id, a.channel, null, a.touchpoint,
      a.location, a.survey_id
    from answer a
      join (values ('answered'), ('started'), ('completed')) s (step) on case s.step
        when 'answered' then a.was_shown
        when 'started' then not a.is_told
        else not a.is_told and not a.survey_partial end
  )
  select of_business, s.occurred_at, s.step, s.source, s.id, s.type, s.visitor_id, s.customer_id, s.channel, s.campaign,
    s.touchpoint, s.location, s.survey_id
  from step s
$$;
