-- Which message a fact is about (the campaign stands for an e-mail without an id of its own), and to which address it went.
-- Columns of their own, since no index on an expression is used behind row-level security. Longer ids are cut: an index has a limit.
alter table event
  add column message text generated always as (
    case when type like 'email\_%' then left(coalesce(nullif(properties ->> 'messageId', ''), campaign), 300) end) stored,
  add column recipient text generated always as (
    case when type <> 'page_view' then left(lower(nullif(properties ->> 'recipient', '')), 300) end) stored;
create index event_of_message on event (business_id, message) where message is not null;
create index event_by_customer on event (business_id, customer_id, occurred_at) where customer_id is not null;
create index identity_link_of_customer on identity_link (business_id, customer_id) where undone_at is null;

-- The id that a customer goes by in the end.
create function known_as(of_business text, of_customer text) returns text
language sql stable as $$
  select coalesce(
    (select a.known_as from customer_alias a where a.business_id = of_business and a.customer_id = of_customer), of_customer)
$$;

-- Whose a visitor was at a moment: the first link reaches back to what was done before it, and a later one holds from its time on.
create function owner_of_visitor(of_business text, of_visitor text, at timestamptz) returns text
language sql stable as $$
  select known_as(of_business, (
    select l.customer_id
    from identity_link l
    where l.business_id = of_business and l.id_type = 'visitor' and l.id = of_visitor and l.undone_at is null
    order by l.occurred_at > at, case when l.occurred_at <= at then l.occurred_at end desc,
      case when l.occurred_at <= at then l.seq end desc, l.occurred_at, l.seq
    limit 1))
$$;

-- Events that count, each with the customer whose it is: the one that it names, or else the one who the visitor was then.
create view known_event with (security_invoker = true) as
  select e.business_id, e.occurred_at, e.seq, e.source, e.id, e.type, e.visitor_id,
    case when e.customer_id is not null then known_as(e.business_id, e.customer_id)
      when e.visitor_id is not null then owner_of_visitor(e.business_id, e.visitor_id, e.occurred_at) end as customer_id,
    e.channel, e.campaign, e.touchpoint, e.location, e.product, e.recipient, e.amount_minor, e.currency, e.properties
  from event e
  where e.left_out is null;

-- All ids of customers, and all visitors who were ever linked to them.
create view customer_id_of with (security_invoker = true) as
  select k.business_id, k.id_type, k.id, k.customer_id from (
    select l.business_id, l.id_type, l.id, l.customer_id
    from identity_link l
    where l.undone_at is null
      and not exists (select 1 from customer_alias a where a.business_id = l.business_id and a.customer_id = l.customer_id)
    union
    select l.business_id, l.id_type, l.id, a.known_as
    from customer_alias a join identity_link l on l.business_id = a.business_id and l.customer_id = a.customer_id
    where l.undone_at is null
  ) k;

-- The same events, of customers alone, and quick to find by the customer or for all of them: from the ids to the events.
create view customer_event with (security_invoker = true) as
  select e.business_id, e.occurred_at, e.seq, e.source, e.id, e.type, e.visitor_id, e.customer_id, e.channel, e.campaign,
    e.touchpoint, e.location, e.product, e.properties
  from event e
  where e.left_out is null and e.customer_id is not null
    and not exists (select 1 from customer_alias a where a.business_id = e.business_id and a.customer_id = e.customer_id)
  union all
  select e.business_id, e.occurred_at, e.seq, e.source, e.id, e.type, e.visitor_id, a.known_as, e.channel, e.campaign,
    e.touchpoint, e.location, e.product, e.properties
  from customer_alias a join event e on e.business_id = a.business_id and e.customer_id = a.customer_id
  where e.left_out is null
  union all
  select e.business_id, e.occurred_at, e.seq, e.source, e.id, e.type, e.visitor_id, v.customer_id, e.channel, e.campaign,
    e.touchpoint, e.location, e.product, e.properties
  from customer_id_of v join event e on e.business_id = v.business_id and e.visitor_id = v.id
  where v.id_type = 'visitor' and e.left_out is null and e.customer_id is null
    and owner_of_visitor(e.business_id, e.visitor_id, e.occurred_at) = v.customer_id;

-- Whose an e-mail address or phone number is: the customer's to whom it was linked last, for all time, so that what came of a
-- message stays together when the address is known only later.
create view address_owner with (security_invoker = true) as
  select distinct on (l.business_id, l.id) l.business_id, l.id as address, coalesce(a.known_as, l.customer_id) as customer_id
  from identity_link l
    left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
  where l.id_type in ('email', 'phone') and l.undone_at is null
  order by l.business_id, l.id, l.occurred_at desc, l.seq desc;

-- E-mails that were first sent (or delivered, as first_type says) in a span of time, one row for each message and recipient, with
-- all that came of it ever since. What a machine opened or clicked is no opening and no click.
create function email_mailing(of_business text, since timestamptz, until timestamptz, first_type text)
returns table (business_id text, message text, recipient text, customer_id text, visitor_id text, occurred_at timestamptz,
  campaign text, weekday text, hour text, opened_at timestamptz, opened_by_machine boolean, clicks timestamptz[],
  unsubscribed boolean, complained boolean, bounced boolean)
language sql stable as $$
  with touched as (
    select distinct e.message
    from event e
    where e.business_id = of_business and e.type = first_type and e.occurred_at >= since and e.occurred_at < until
      and e.left_out is null and e.message is not null
  ), fact as (
    select e.message, coalesce(c.known_as, e.customer_id, a.customer_id, e.recipient) as recipient,
      coalesce(c.known_as, e.customer_id, a.customer_id) as customer_id, e.type, e.occurred_at, e.source, e.id, e.campaign,
      e.left_out is not null or coalesce(e.properties -> 'machine' = 'true', false) as by_machine
    from touched t
      join event e on e.business_id = of_business and e.message = t.message
      left join customer_alias c on c.business_id = of_business and c.customer_id = e.customer_id
      left join address_owner a on a.business_id = of_business and a.address = e.recipient
    where e.left_out is null or e.left_out = 'machine'
  ), mailing as (
    select f.message, f.recipient, min(f.customer_id) as customer_id,
      min(f.occurred_at) filter (where f.type = first_type) as occurred_at,
      (array_agg(f.campaign order by f.occurred_at, f.source, f.id) filter (where f.type = first_type and f.campaign is not null))[1]
        as campaign,
      min(f.occurred_at) filter (where f.type = 'email_opened' and not f.by_machine) as opened_at,
      coalesce(bool_or(f.by_machine) filter (where f.type = 'email_opened'), false) as opened_by_machine,
      array_agg(f.occurred_at order by f.occurred_at) filter (where f.type = 'email_clicked' and not f.by_machine) as clicks,
      bool_or(f.type = 'email_unsubscribed') as unsubscribed,
      bool_or(f.type = 'email_complained') as complained,
      bool_or(f.type = 'email_bounced') as bounced
    from fact f
    where f.recipient is not null
    group by f.message, f.recipient
  )
  select of_business, m.message, m.recipient, m.customer_id, null::text, m.occurred_at, m.campaign,
    to_char(m.occurred_at at time zone z.zone, 'FMday'), to_char(m.occurred_at at time zone z.zone, 'HH24'),
    m.opened_at, m.opened_by_machine, m.clicks, m.unsubscribed, m.complained, m.bounced
  from mailing m
    cross join (select s.settings ->> 'timeZone' as zone from business_settings s where s.business_id = of_business) z
  where m.occurred_at >= since and m.occurred_at < until
$$;

-- Reactions and the like on social platforms; one fact may stand for several (properties.count).
create view social_event with (security_invoker = true) as
  select k.business_id, k.occurred_at, k.seq, k.source, k.id, k.type, k.customer_id, k.visitor_id, k.channel, k.campaign,
    k.properties ->> 'platform' as platform, k.properties ->> 'postId' as post, k.properties ->> 'postType' as post_type,
    k.properties ->> 'topic' as topic,
    case when k.properties ->> 'count' ~ '^[0-9]{1,12}(\.0*)?$' then trunc((k.properties ->> 'count')::numeric)::bigint else 1 end as times
  from known_event k
  where k.type in ('social_reaction', 'social_comment', 'social_share', 'social_click', 'social_impression');

-- Of each series, period and set of dimensions the measurement that was reported last.
create view measurement_current with (security_invoker = true) as
  select distinct on (m.business_id, m.source, m.series, m.period_from, m.period_to, m.dimensions)
    m.business_id, m.source, m.series, m.period_from, m.period_to, m.dimensions, m.seq, m.value, m.recorded_at,
    coalesce(m.dimensions ->> 'platform', m.source) as platform, m.dimensions ->> 'postId' as post,
    m.dimensions ->> 'postType' as post_type, m.dimensions ->> 'topic' as topic
  from measurement m
  order by m.business_id, m.source, m.series, m.period_from, m.period_to, m.dimensions, m.seq desc;

-- What a rate of engagement is made of: those, and the impressions that a platform reports as a sum.
create view social_fact with (security_invoker = true) as
  select s.business_id, s.occurred_at, s.type, s.platform, s.post, s.post_type, s.topic, s.times::numeric as times
  from social_event s
  union all
  select m.business_id, m.period_from, 'social_impression', m.platform, m.post, m.post_type, m.topic,
    round(least(greatest(m.value, 0), 1000000000000))
  from measurement_current m
  where m.series = 'impressions';

-- Referrals by the id that they share with their conversion (properties.referralId); where none is given, a customer's first
-- conversion belongs to their first referral, the second to the second, and so on.
create view referral with (security_invoker = true) as
  with fact as (
    select k.business_id, k.type, k.occurred_at, k.source, k.id, k.customer_id, k.channel, k.campaign, k.location,
      coalesce('id ' || nullif(k.properties ->> 'referralId', ''),
        'number ' || row_number() over (
          partition by k.business_id, k.type, k.customer_id, nullif(k.properties ->> 'referralId', '') is null
          order by k.occurred_at, k.source, k.id) || ' of ' || coalesce(k.customer_id, '')) as referral
    from known_event k
    where k.type in ('referral_made', 'referral_converted')
  )
  select f.business_id, f.referral,
    min(f.occurred_at) filter (where f.type = 'referral_made') as occurred_at,
    min(f.occurred_at) filter (where f.type = 'referral_converted') as converted_at,
    (array_agg(f.source order by f.occurred_at, f.source, f.id) filter (where f.type = 'referral_made'))[1] as source,
    (array_agg(f.id order by f.occurred_at, f.source, f.id) filter (where f.type = 'referral_made'))[1] as id,
    (array_agg(f.customer_id order by f.occurred_at, f.source, f.id) filter (where f.type = 'referral_made'))[1] as customer_id,
    (array_agg(f.channel order by f.occurred_at, f.source, f.id) filter (where f.type = 'referral_made'))[1] as channel,
    (array_agg(f.campaign order by f.occurred_at, f.source, f.id) filter (where f.type = 'referral_made'))[1] as campaign,
    (array_agg(f.location order by f.occurred_at, f.source, f.id) filter (where f.type = 'referral_made'))[1] as location,
    null::text as visitor_id
  from fact f
  group by f.business_id, f.referral;

-- Who registered for which event (properties.eventId), and whether they came.
create view registration with (security_invoker = true) as
  with fact as (
    select k.business_id, k.type, k.occurred_at, k.source, k.id, coalesce(k.customer_id, a.customer_id) as customer_id,
      k.visitor_id, k.channel, k.campaign, k.location, coalesce(k.properties ->> 'eventId', '') as event,
      coalesce(k.customer_id, a.customer_id, k.recipient, k.visitor_id, k.source || '/' || k.id) as person
    from known_event k
      left join address_owner a on a.business_id = k.business_id and a.address = k.recipient
    where k.type in ('event_registered', 'event_attended')
  )
  select f.business_id, f.event, f.person,
    min(f.occurred_at) filter (where f.type = 'event_registered') as occurred_at,
    min(f.occurred_at) filter (where f.type = 'event_attended') as attended_at,
    (array_agg(f.source order by f.occurred_at, f.source, f.id) filter (where f.type = 'event_registered'))[1] as source,
    (array_agg(f.id order by f.occurred_at, f.source, f.id) filter (where f.type = 'event_registered'))[1] as id,
    (array_agg(f.channel order by f.occurred_at, f.source, f.id) filter (where f.type = 'event_registered'))[1] as channel,
    (array_agg(f.campaign order by f.occurred_at, f.source, f.id) filter (where f.type = 'event_registered'))[1] as campaign,
    (array_agg(f.location order by f.occurred_at, f.source, f.id) filter (where f.type = 'event_registered'))[1] as location,
    min(f.customer_id) as customer_id, min(f.visitor_id) as visitor_id
  from fact f
  group by f.business_id, f.event, f.person;

-- Visits in person, each with the next one of the same person within 90 days.
create view store_visit with (security_invoker = true) as
  select k.business_id, k.occurred_at, k.seq, k.source, k.id, k.type, k.customer_id, k.visitor_id, k.person, k.channel, k.campaign,
    k.touchpoint, k.location,
    min(k.occurred_at) over (partition by k.business_id, k.person order by k.occurred_at
      range between interval '1 microsecond' following and interval '2160 hours' following) as again_at
  from (
    select known.*, coalesce(known.customer_id, known.visitor_id) as person from known_event known where known.type = 'store_visit'
  ) k;

-- Messages that reached somebody, by whatever channel.
create view contact with (security_invoker = true) as
  select e.business_id, e.occurred_at, e.seq, e.source, e.id, e.type, e.visitor_id, e.campaign,
    coalesce(c.known_as, e.customer_id, a.customer_id) as customer_id,
    coalesce(c.known_as, e.customer_id, a.customer_id, e.recipient) as person,
    coalesce(e.channel, case e.type when 'call_received' then 'phone' else split_part(e.type, '_', 1) end) as channel,
    coalesce(e.type || ' ' || nullif(e.properties ->> 'messageId', ''), e.source || '/' || e.id) as message
  from event e
    left join customer_alias c on c.business_id = e.business_id and c.customer_id = e.customer_id
    left join address_owner a on a.business_id = e.business_id and a.address = e.recipient
  where e.left_out is null
    and e.type in ('email_delivered', 'sms_delivered', 'push_delivered', 'message_delivered', 'letter_delivered', 'call_received')
    and coalesce(e.customer_id, e.recipient) is not null;

-- What makes a customer an advocate: a promoter's answer, a referral that converted, a positive public mention.
create view advocacy with (security_invoker = true) as
  select f.business_id, f.occurred_at, case f.kind when 'post' then 'positive_mention' else 'promoter_answer' end as type, f.source, f.id,
    case when f.customer_id is not null then known_as(f.business_id, f.customer_id)
      when f.visitor_id is not null then owner_of_visitor(f.business_id, f.visitor_id, f.occurred_at) end as customer_id,
    f.visitor_id, f.channel, null::text as campaign
  from feedback_current f
  where not f.deleted and (f.kind = 'post' and f.label = 'positive' or f.survey_type = 'nps' and f.survey_score >= 9)
  union all
  select r.business_id, r.converted_at, 'referral_converted', r.source, r.id, r.customer_id, null, r.channel, r.campaign
  from referral r
  where r.occurred_at is not null and r.converted_at is not null;
