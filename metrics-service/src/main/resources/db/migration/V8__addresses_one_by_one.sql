-- Whose an address is, looked up for each fact. Joined as a whole, a planner that doesn't know how many links there are yet goes
-- through all of them for each fact.
-- One call for each fact, and none within it.
create function owner_of_address(of_business text, of_address text) returns text
language sql stable as $$
  select (
    select coalesce(a.known_as, l.customer_id)
    from identity_link l
      left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
    where l.business_id = of_business and l.id_type = case when of_address like '%@%' then 'email' else 'phone' end
      and l.id = of_address and l.undone_at is null
    order by l.occurred_at desc, l.seq desc
    limit 1)
$$;

create or replace function owner_of_visitor(of_business text, of_visitor text, at timestamptz) returns text
language sql stable as $$
  select (
    select coalesce(a.known_as, l.customer_id)
    from identity_link l
      left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
    where l.business_id = of_business and l.id_type = 'visitor' and l.id = of_visitor and l.undone_at is null
    order by l.occurred_at > at, case when l.occurred_at <= at then l.occurred_at end desc,
      case when l.occurred_at <= at then l.seq end desc, l.occurred_at, l.seq
    limit 1)
$$;

-- The messages of the span are found first, so that their facts are found by the index, whatever the planner believes.
create or replace function email_mailing(of_business text, since timestamptz, until timestamptz, first_type text)
returns table (business_id text, message text, recipient text, customer_id text, visitor_id text, occurred_at timestamptz,
  campaign text, weekday text, hour text, opened_at timestamptz, opened_by_machine boolean, clicks timestamptz[],
  unsubscribed boolean, complained boolean, bounced boolean)
language sql stable as $$
  with fact as materialized (
    select e.message, e.recipient,
      case when e.customer_id is null then owner_of_address(of_business, e.recipient)
        else known_as(of_business, e.customer_id) end as customer_id,
      e.type, e.occurred_at, e.source, e.id, e.campaign,
      e.left_out is not null or coalesce(e.properties -> 'machine' = 'true', false) as by_machine
    from event e
    where e.business_id = of_business and (e.left_out is null or e.left_out = 'machine')
      and e.message = any (array(
        select distinct d.message
        from event d
        where d.business_id = of_business and d.type = first_type and d.occurred_at >= since and d.occurred_at < until
          and d.left_out is null and d.message is not null))
  ), mailing as (
    select f.message, coalesce(f.customer_id, f.recipient) as recipient, min(f.customer_id) as customer_id,
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
    where coalesce(f.customer_id, f.recipient) is not null
    group by 1, 2
  )
  select of_business, m.message, m.recipient, m.customer_id, null::text, m.occurred_at, m.campaign,
    to_char(m.occurred_at at time zone z.zone, 'FMday'), to_char(m.occurred_at at time zone z.zone, 'HH24'),
    m.opened_at, m.opened_by_machine, m.clicks, m.unsubscribed, m.complained, m.bounced
  from mailing m
    cross join (select s.settings ->> 'timeZone' as zone from business_settings s where s.business_id = of_business) z
  where m.occurred_at >= since and m.occurred_at < until
$$;

create or replace view registration with (security_invoker = true) as
  with fact as (
    select k.business_id, k.type, k.occurred_at, k.source, k.id, coalesce(k.customer_id, owner_of_address(k.business_id, k.recipient)) as customer_id,
      k.visitor_id, k.channel, k.campaign, k.location, coalesce(k.properties ->> 'eventId', '') as event,
      coalesce(k.customer_id, owner_of_address(k.business_id, k.recipient), k.recipient, k.visitor_id, k.source || '/' || k.id) as person
    from known_event k
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

create or replace view contact with (security_invoker = true) as
  select e.business_id, e.occurred_at, e.seq, e.source, e.id, e.type, e.visitor_id, e.campaign,
    e.customer_id, coalesce(e.customer_id, e.recipient) as person,
    coalesce(e.channel, case e.type when 'call_received' then 'phone' else split_part(e.type, '_', 1) end) as channel,
    coalesce(e.type || ' ' || nullif(e.properties ->> 'messageId', ''), e.source || '/' || e.id) as message
  from (
    select d.*, case when d.stated is null then owner_of_address(d.business_id, d.recipient)
      else known_as(d.business_id, d.stated) end as customer_id
    from (
      select business_id, occurred_at, seq, source, id, type, visitor_id, campaign, channel, recipient, properties, left_out,
        customer_id as stated
      from event
    ) d
  ) e
  where e.left_out is null
    and e.type in ('email_delivered', 'sms_delivered', 'push_delivered', 'message_delivered', 'letter_delivered', 'call_received')
    and coalesce(e.stated, e.recipient) is not null;

drop view address_owner;
