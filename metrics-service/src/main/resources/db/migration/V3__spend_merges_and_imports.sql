-- Facts: what was spent on being found. Of one channel, campaign, kind and period the latest statement holds.
create table spend (
  business_id  text not null,
  seq          bigint generated always as identity,
  channel      text,
  campaign     text,
  kind         text not null check (kind in ('ads', 'salaries', 'software', 'other')),
  from_day     date not null,
  to_day       date not null check (to_day > from_day),
  amount_minor bigint not null check (amount_minor >= 0),
  currency     text not null,
  recorded_at  timestamptz not null default now(),
  recorded_by  text not null,
  primary key (business_id, seq)
);
create index spend_of_period on spend (business_id, from_day, seq);
create view spend_current with (security_invoker = true) as
  select distinct on (business_id, channel, campaign, kind, from_day, to_day) *
  from spend order by business_id, channel, campaign, kind, from_day, to_day, seq desc;
select isolate_by_business('spend');

-- A customer that was known by two ids is a link like any other: of the type 'customer'. Addresses are told apart without case.
alter table identity_link drop constraint identity_link_id_type_check;
alter table identity_link add constraint identity_link_id_type_check
  check (id_type in ('visitor', 'email', 'phone', 'handle', 'customer'));
alter table identity_link no force row level security;
update identity_link set id = lower(id) where id_type = 'email';
alter table identity_link force row level security;

-- Derived: for each customer id that was merged into another, the one that the customer goes by in the end.
create table customer_alias (
  business_id text not null,
  customer_id text not null,
  known_as    text not null,
  primary key (business_id, customer_id)
);
create index customer_alias_of on customer_alias (business_id, known_as);
select isolate_by_business('customer_alias');

-- Facts: what was said of a customer when. The table customer_trait is derived from it.
create table customer_trait_fact (
  business_id text not null,
  seq         bigint generated always as identity,
  customer_id text not null,
  name        text not null,
  value       text not null,
  occurred_at timestamptz not null,
  recorded_by text,
  primary key (business_id, seq)
);
create index customer_trait_fact_of on customer_trait_fact (business_id, customer_id, name);
create index customer_trait_fact_by on customer_trait_fact (business_id, recorded_by);
select isolate_by_business('customer_trait_fact');
alter table customer_trait no force row level security;
alter table customer_trait_fact no force row level security;
insert into customer_trait_fact (business_id, customer_id, name, value, occurred_at)
  select business_id, customer_id, name, value, occurred_at from customer_trait;
alter table customer_trait_fact force row level security;
alter table customer_trait force row level security;

create index visit_of_customer on visit (business_id, customer_id) where customer_id is not null;

-- Events with the customer whom they are known to be of: as stated, or as a link says of the address, number, handle or visitor
-- that they name, by the link that held then (the first one reaches back); and in either case by the id that the customer
-- goes by in the end.
create view event_of_customer with (security_invoker = true) as
  select e.business_id, e.occurred_at, e.seq, e.recorded_at, e.amount_minor, e.source, e.id, e.type, e.recorded_by, e.origin,
    e.visitor_id, coalesce(a.known_as, e.customer_id, l.customer_id) as customer_id, e.channel, e.campaign, e.page_url,
    e.page_title, e.referrer, e.touchpoint, e.location, e.product, e.user_agent, e.language, e.country, e.currency, e.left_out,
    e.properties
  from event e
  left join lateral (
    select l.customer_id from identity_link l
    where e.customer_id is null and l.business_id = e.business_id and l.undone_at is null
      and (l.id_type = 'email' and l.id = lower(e.properties ->> 'recipient')
        or l.id_type = 'phone' and l.id = e.properties ->> 'phone'
        or l.id_type = 'handle' and l.id = e.properties ->> 'handle'
        or l.id_type = 'visitor' and l.id = e.visitor_id)
    order by l.id_type = 'visitor', l.occurred_at > e.occurred_at,
      case when l.occurred_at <= e.occurred_at then l.occurred_at end desc nulls last,
      case when l.occurred_at <= e.occurred_at then l.seq end desc nulls last,
      l.occurred_at, l.seq
    limit 1) l on true
  left join customer_alias a
    on a.business_id = e.business_id and a.customer_id = coalesce(e.customer_id, l.customer_id);

-- Files of facts. A file is kept in pieces until all of its rows were read; rows are counted as their facts are stored.
create table data_import (
  business_id text not null,
  id          text not null,
  kind        text not null check (kind in ('events', 'customers', 'orders', 'spend')),
  format      text not null check (format in ('csv', 'jsonl')),
  file_name   text,
  mapping     jsonb,
  state       text not null
    check (state in ('receiving', 'waiting', 'running', 'done', 'failed', 'removing', 'removed')),
  failure     text,
  columns     text[],
  bytes       bigint not null default 0,
  rows        bigint not null default 0,
  accepted    bigint not null default 0,
  duplicates  bigint not null default 0,
  rejected    bigint not null default 0,
  first_at    timestamptz,
  last_at     timestamptz,
  created_at  timestamptz not null,
  created_by  text not null,
  finished_at timestamptz,
  primary key (business_id, id)
);
create index data_import_by_time on data_import (business_id, created_at, id);
create table import_chunk (
  business_id text not null,
  import_id   text not null,
  number      int not null,
  content     bytea not null,
  primary key (business_id, import_id, number)
);
alter table import_chunk alter column content set storage external;
create table import_rejection (
  business_id text not null,
  import_id   text not null,
  row         bigint not null,
  errors      jsonb not null,
  cells       text[] not null,
  primary key (business_id, import_id, row)
);
select isolate_by_business('data_import');
select isolate_by_business('import_chunk');
select isolate_by_business('import_rejection');

-- Imports that wait to be worked on; references alone. Whoever works on one holds it until the lease ends.
create table import_task (
  business_id  text not null,
  import_id    text not null,
  leased_until timestamptz,
  primary key (business_id, import_id)
);
