-- Events by the address that they went to, for whoever it is linked to.
create index event_of_recipient on event (business_id, recipient) where recipient is not null;

-- Events with the customer whom they are known to be of, the same for every question: the one that they name; or else, as links
-- say of their time (the first one reaches back), the one of the address that they went to, of the number or handle that they
-- bear, or of the visitor; and in each case by the id that the customer goes by in the end.
create or replace view event_of_customer with (security_invoker = true) as
  select e.business_id, e.occurred_at, e.seq, e.recorded_at, e.amount_minor, e.source, e.id, e.type, e.recorded_by, e.origin,
    e.visitor_id, case
      when e.customer_id is not null then coalesce(
        (select a.known_as from customer_alias a where a.business_id = e.business_id and a.customer_id = e.customer_id), e.customer_id)
      else coalesce(
        case when e.recipient is null then null when e.recipient like '%@%' then (
        select coalesce(a.known_as, l.customer_id)
        from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
        where l.business_id = e.business_id and l.id_type = 'email' and l.id = e.recipient and l.undone_at is null
        order by l.occurred_at > e.occurred_at, case when l.occurred_at <= e.occurred_at then l.occurred_at end desc,
          case when l.occurred_at <= e.occurred_at then l.seq end desc, l.occurred_at, l.seq
        limit 1) else (
        select coalesce(a.known_as, l.customer_id)
        from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
        where l.business_id = e.business_id and l.id_type = 'phone' and l.id = e.recipient and l.undone_at is null
        order by l.occurred_at > e.occurred_at, case when l.occurred_at <= e.occurred_at then l.occurred_at end desc,
          case when l.occurred_at <= e.occurred_at then l.seq end desc, l.occurred_at, l.seq
        limit 1) end,
        case when e.type <> 'page_view' and e.properties ->> 'phone' is not null then (
        select coalesce(a.known_as, l.customer_id)
        from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
        where l.business_id = e.business_id and l.id_type = 'phone' and l.id = e.properties ->> 'phone' and l.undone_at is null
        order by l.occurred_at > e.occurred_at, case when l.occurred_at <= e.occurred_at then l.occurred_at end desc,
          case when l.occurred_at <= e.occurred_at then l.seq end desc, l.occurred_at, l.seq
        limit 1) end,
        case when e.type <> 'page_view' and e.properties ->> 'handle' is not null then (
        select coalesce(a.known_as, l.customer_id)
        from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
        where l.business_id = e.business_id and l.id_type = 'handle' and l.id = e.properties ->> 'handle' and l.undone_at is null
        order by l.occurred_at > e.occurred_at, case when l.occurred_at <= e.occurred_at then l.occurred_at end desc,
          case when l.occurred_at <= e.occurred_at then l.seq end desc, l.occurred_at, l.seq
        limit 1) end,
        case when e.visitor_id is not null then (
        select coalesce(a.known_as, l.customer_id)
        from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
        where l.business_id = e.business_id and l.id_type = 'visitor' and l.id = e.visitor_id and l.undone_at is null
        order by l.occurred_at > e.occurred_at, case when l.occurred_at <= e.occurred_at then l.occurred_at end desc,
          case when l.occurred_at <= e.occurred_at then l.seq end desc, l.occurred_at, l.seq
        limit 1) end) end as customer_id,
    e.channel, e.campaign, e.page_url, e.page_title, e.referrer, e.touchpoint, e.location, e.product, e.user_agent, e.language,
    e.country, e.currency, e.left_out, e.properties, e.recipient
  from event e;

create or replace view known_event with (security_invoker = true) as
  select e.business_id, e.occurred_at, e.seq, e.source, e.id, e.type, e.visitor_id, e.customer_id, e.channel, e.campaign,
    e.touchpoint, e.location, e.product, e.recipient, e.amount_minor, e.currency, e.properties
  from event_of_customer e
  where e.left_out is null;

-- The same customers again, from their ids to their events. Numbers and handles that only properties bear are not among the ids.
create or replace view customer_event with (security_invoker = true) as
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
  from customer_id_of v join event e on e.business_id = v.business_id and e.recipient = v.id
  where v.id_type = case when v.id like '%@%' then 'email' else 'phone' end and e.left_out is null and e.customer_id is null
    and v.customer_id = (
        select coalesce(a.known_as, l.customer_id)
        from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
        where l.business_id = e.business_id and l.id_type = v.id_type and l.id = v.id and l.undone_at is null
        order by l.occurred_at > e.occurred_at, case when l.occurred_at <= e.occurred_at then l.occurred_at end desc,
          case when l.occurred_at <= e.occurred_at then l.seq end desc, l.occurred_at, l.seq
        limit 1)
  union all
  select e.business_id, e.occurred_at, e.seq, e.source, e.id, e.type, e.visitor_id, v.customer_id, e.channel, e.campaign,
    e.touchpoint, e.location, e.product, e.properties
  from customer_id_of v join event e on e.business_id = v.business_id and e.visitor_id = v.id
  where v.id_type = 'visitor' and e.left_out is null and e.customer_id is null
    and (e.recipient is null or not exists (select 1 from identity_link l where l.business_id = e.business_id
      and l.id_type = case when e.recipient like '%@%' then 'email' else 'phone' end and l.id = e.recipient and l.undone_at is null))
    and v.customer_id = (
        select coalesce(a.known_as, l.customer_id)
        from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
        where l.business_id = e.business_id and l.id_type = 'visitor' and l.id = e.visitor_id and l.undone_at is null
        order by l.occurred_at > e.occurred_at, case when l.occurred_at <= e.occurred_at then l.occurred_at end desc,
          case when l.occurred_at <= e.occurred_at then l.seq end desc, l.occurred_at, l.seq
        limit 1);
