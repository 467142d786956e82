-- A rate of surveys says what became of those that were shown (or started), so an answer counts with the showing that it answers, on
-- that showing's day and in its channel, and one whose showing nobody told of counts in none. An answer belongs to the showing that
-- names it (the event's property responseId); where showings name none, to the latest of its survey, on its day or before and not
-- more than 30 days before, that no other answer took. So a rate is at most 1 in whatever part of whatever period, and whoever
-- objects to being tracked, and so is never told to have been shown anything, makes it neither larger nor smaller.
--
-- As showings and answers pair like brackets (each closes the latest that is open), whether a showing is answered depends on the 30
-- days after it alone: the same in every period. Within a day showings come first, since clocks differ.
create or replace function survey_step(of_business text, since timestamptz, until timestamptz)
returns table (business_id text, occurred_at timestamptz, step text, source text, id text, type text, visitor_id text,
  customer_id text, channel text, campaign text, touchpoint text, location text, survey_id text)
language sql stable as $$
  with reported as materialized (
    select e.type, coalesce(e.properties ->> 'surveyId', e.properties ->> 'survey') as survey_id, e.channel,
      min(e.occurred_at) filter (where e.properties ? 'responseId') as named_from
    from event e
    where e.business_id = of_business and e.type in ('survey_shown', 'survey_started', 'survey_completed')
      and e.left_out is null
    group by 1, 2, 3
  ), told as materialized (
    select e.*, coalesce(e.properties ->> 'surveyId', e.properties ->> 'survey') as survey_id,
      e.properties ->> 'responseId' as response_id
    from known_event e
    where e.business_id = of_business and e.type in ('survey_shown', 'survey_started', 'survey_completed')
      and e.occurred_at >= date_trunc('day', since, 'UTC') and e.occurred_at < until + interval '30 days'
  ), answer as materialized (
    select f.*, exists (select from reported r where r.type = 'survey_started'
        and coalesce(r.survey_id, f.survey_id) = f.survey_id
        and (r.channel = f.channel or r.channel is null or f.channel is null)) as is_told
    from feedback_of_customer f
    where f.business_id = of_business and not f.deleted and f.survey_id is not null
      and f.occurred_at >= date_trunc('day', since, 'UTC') and f.occurred_at < until + interval '30 days'
  ), ending as (
    select 'survey_shown' as begun_by, 'answered' as step, a.occurred_at, a.source, a.id, 'survey_response' as type,
      a.survey_id, a.channel, a.id as response_id
    from answer a
    union all
    select 'survey_shown', 'answered', t.occurred_at, t.source, t.id, t.type, t.survey_id, t.channel, t.response_id
    from told t
    where t.type = 'survey_completed'
      and not exists (select from feedback_current f where f.business_id = of_business and not f.deleted
        and f.survey_id is not null and f.survey_id = coalesce(t.survey_id, f.survey_id))
    union all
    select 'survey_started', 'completed', t.occurred_at, t.source, t.id, t.type, t.survey_id, t.channel, t.response_id
    from told t
    where t.type = 'survey_completed'
  ), bracket as (
    select case t.type when 'survey_shown' then 'answered' else 'completed' end as step, false as closes, t.occurred_at,
      t.source, t.id, t.type, t.survey_id, t.channel, t.response_id as name, t.visitor_id, t.customer_id, t.campaign,
      t.touchpoint, t.location
    from told t
    where t.type <> 'survey_completed'
    union all
    select n.step, true, n.occurred_at, n.source, n.id, n.type, lane.survey_id, lane.channel,
      case when n.occurred_at >= lane.named_from then coalesce(n.response_id, '') end, null, null, null, null, null
    from ending n
    cross join lateral (
      select r.survey_id, r.channel, r.named_from
      from reported r
      where r.type = n.begun_by
        and (r.survey_id = n.survey_id or r.survey_id is null or n.survey_id is null)
        and (r.channel = n.channel or r.channel is null or n.channel is null)
      order by r.survey_id is distinct from n.survey_id, r.channel is distinct from n.channel, r.survey_id nulls last,
        r.channel nulls last
      limit 1) lane
  ), balanced as (
    select b.*, sum(case when closes then -1 else 1 end) over lane as balance
    from bracket b
    window lane as (partition by step, survey_id, channel, name
      order by date_trunc('day', occurred_at, 'UTC'), closes, occurred_at, source, id rows unbounded preceding)
  ), levelled as (
    select b.*, balance - least(0, min(balance) over lane) + closes::int as level
    from balanced b
    window lane as (partition by step, survey_id, channel, name
      order by date_trunc('day', occurred_at, 'UTC'), closes, occurred_at, source, id rows unbounded preceding)
  ), paired as (
    select l.*, lead(l.closes) over level as is_closed, lead(l.occurred_at) over level as closed_at,
      lead(l.source) over level as by_source, lead(l.id) over level as by_id, lead(l.type) over level as by_type
    from levelled l
    window level as (partition by step, survey_id, channel, name, level
      order by date_trunc('day', occurred_at, 'UTC'), closes, occurred_at, source, id)
  )
  select of_business, p.occurred_at, replace(p.type, 'survey_', ''), p.source, p.id, p.type, p.visitor_id, p.customer_id,
    p.channel, p.campaign, p.touchpoint, p.location, p.survey_id
  from paired p
  where not p.closes and p.occurred_at >= since and p.occurred_at < until
  union all
  select of_business, p.occurred_at, p.step, p.by_source, p.by_id, p.by_type, p.visitor_id, p.customer_id,
    p.channel, p.campaign, p.touchpoint, p.location, p.survey_id
  from paired p
  where not p.closes and p.is_closed and p.closed_at < p.occurred_at + interval '30 days'
    and p.occurred_at >= since and p.occurred_at < until
  union all
  select of_business, a.occurred_at, s.step, a.source, a.id, 'survey_response', a.visitor_id, a.customer_id, a.channel, null,
    a.touchpoint, a.location, a.survey_id
  from answer a
    join (values ('started'), ('completed')) s (step) on s.step = 'started' or not a.survey_partial
  where not a.is_told and a.occurred_at >= since and a.occurred_at < until
$$;
