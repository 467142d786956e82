-- Which phone number and which handle an event bears, to find the events of a customer by them. Columns of their own, since no index
-- on an expression is used behind row-level security; page views have none, and cost nothing more.
alter table event
  add column phone text generated always as (
    case when type <> 'page_view' then left(properties ->> 'phone', 300) end) stored,
  add column handle text generated always as (
    case when type <> 'page_view' then left(properties ->> 'handle', 300) end) stored;
create index event_of_phone on event (business_id, phone) where phone is not null;
create index event_of_handle on event (business_id, handle) where handle is not null;

-- From customers' ids to their events, as event_of_customer goes from events to customers: an event that names no customer is of
-- whose the address is that it went to; or else of whose its number is, its handle, or the visitor, in this order.
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
  from customer_id_of v join event e on e.business_id = v.business_id and e.phone = v.id
  where v.id_type = 'phone' and e.left_out is null and e.customer_id is null
    and (e.recipient is null or not exists (select 1 from identity_link l where l.business_id = e.business_id
      and l.id_type = case when e.recipient like '%@%' then 'email' else 'phone' end and l.id = e.recipient and l.undone_at is null))
    and v.customer_id = (
        select coalesce(a.known_as, l.customer_id)
        from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
        where l.business_id = e.business_id and l.id_type = 'phone' and l.id = e.phone and l.undone_at is null
        order by l.occurred_at > e.occurred_at, case when l.occurred_at <= e.occurred_at then l.occurred_at end desc,
          case when l.occurred_at <= e.occurred_at then l.seq end desc, l.occurred_at, l.seq
        limit 1)
  union all
  select e.business_id, e.occurred_at, e.seq, e.source, e.id, e.type, e.visitor_id, v.customer_id, e.channel, e.campaign,
    e.touchpoint, e.location, e.product, e.properties
  from customer_id_of v join event e on e.business_id = v.business_id and e.handle = v.id
  where v.id_type = 'handle' and e.left_out is null and e.customer_id is null
    and (e.recipient is null or not exists (select 1 from identity_link l where l.business_id = e.business_id
      and l.id_type = case when e.recipient like '%@%' then 'email' else 'phone' end and l.id = e.recipient and l.undone_at is null))
    and (e.phone is null or not exists (select 1 from identity_link l where l.business_id = e.business_id
      and l.id_type = 'phone' and l.id = e.phone and l.undone_at is null))
    and v.customer_id = (
        select coalesce(a.known_as, l.customer_id)
        from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
        where l.business_id = e.business_id and l.id_type = 'handle' and l.id = e.handle and l.undone_at is null
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
    and (e.phone is null or not exists (select 1 from identity_link l where l.business_id = e.business_id
      and l.id_type = 'phone' and l.id = e.phone and l.undone_at is null))
    and (e.handle is null or not exists (select 1 from identity_link l where l.business_id = e.business_id
      and l.id_type = 'handle' and l.id = e.handle and l.undone_at is null))
    and v.customer_id = (
        select coalesce(a.known_as, l.customer_id)
        from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
        where l.business_id = e.business_id and l.id_type = 'visitor' and l.id = e.visitor_id and l.undone_at is null
        order by l.occurred_at > e.occurred_at, case when l.occurred_at <= e.occurred_at then l.occurred_at end desc,
          case when l.occurred_at <= e.occurred_at then l.seq end desc, l.occurred_at, l.seq
        limit 1);
