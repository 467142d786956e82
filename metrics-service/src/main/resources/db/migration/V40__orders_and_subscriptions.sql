-- Of which purchases, refunds and subscription facts what is derived of money is to follow: an event by when, source and id, or
-- everything that a link of ids touches, or everything of the business where nothing is named. Noted in the transaction of the
-- facts that call for it, and taken by the one that derives. References alone.
create table value_task (
  business_id text not null,
  sequence    bigint generated always as identity,
  occurred_at timestamptz,
  source      text,
  id          text,
  link_seq    bigint,
  noted_at    timestamptz not null default clock_timestamp(),
  primary key (business_id, sequence)
);

-- Derived: each purchase, refund and subscription fact, with whose it is, its day in the business's zone, and its amount in the
-- business's currency (never negative, of a refund too; null where none is given, or its currency has no rate that day). What is
-- set aside counts nowhere, and says why. Facts with the same subject are of one order, or of one subscription.
create table value_fact (
  business_id    text not null,
  source         text not null,
  id             text not null,
  seq            bigint not null,
  type           text not null,
  occurred_at    timestamptz not null,
  day            date not null,
  subject        text not null,
  customer_id    text,
  visitor_id     text,
  recipient      text,
  phone          text,
  handle         text,
  channel        text,
  campaign       text,
  location       text,
  product        text,
  original_minor bigint,
  currency       text,
  amount_minor   bigint,
  set_aside      text,
  primary key (business_id, source, id)
);
create index value_fact_by_time on value_fact (business_id, occurred_at);
create index value_fact_of_subject on value_fact (business_id, subject);
create index value_fact_of_customer on value_fact (business_id, customer_id, occurred_at) where customer_id is not null;
create index value_fact_of_visitor on value_fact (business_id, visitor_id) where visitor_id is not null;
create index value_fact_of_recipient on value_fact (business_id, recipient) where recipient is not null;
create index value_fact_of_phone on value_fact (business_id, phone) where phone is not null;
create index value_fact_of_handle on value_fact (business_id, handle) where handle is not null;
select isolate_by_business('value_fact');

-- Derived: an order a row, with what of it was given back; those that count.
create view customer_order with (security_invoker = true) as
  select p.business_id, p.subject, p.source, p.id, p.seq, p.occurred_at, p.day, p.customer_id, p.visitor_id, p.channel, p.campaign,
    p.location, p.product, p.original_minor, p.currency, p.amount_minor,
    coalesce((select sum(r.amount_minor) from value_fact r
      where r.business_id = p.business_id and r.subject = p.subject and r.type = 'refund' and r.set_aside is null), 0)::bigint
      as refunded_minor
  from value_fact p
  where p.type = 'purchase' and p.set_aside is null;

-- Derived: a row for each time that a subscription ran under one plan and price. What it brings in is kept for a year, so that
-- it is a whole number of minor units; null where it isn't known in the business's currency. Ended when it was changed or cancelled.
create table customer_subscription (
  business_id  text not null,
  subject      text not null,
  span         int not null,
  customer_id  text,
  plan         text,
  annual_minor bigint,
  began_at     timestamptz not null,
  ended_at     timestamptz,
  ended_by     text check (ended_by in ('changed', 'cancelled')),
  reason       text,
  channel      text,
  campaign     text,
  location     text,
  primary key (business_id, subject, span),
  check (ended_at >= began_at)
);
create index customer_subscription_of_customer on customer_subscription (business_id, customer_id) where customer_id is not null;
create index customer_subscription_by_time on customer_subscription (business_id, began_at, ended_at);
select isolate_by_business('customer_subscription');

-- Derived: what is summed of each customer, who is one from their first order or subscription on; where and by what they came is
-- what that says. Orders without an amount in the business's currency are unpriced.
create table customer_value (
  business_id    text not null,
  customer_id    text not null,
  orders         int not null,
  unpriced       int not null,
  purchase_days  int not null,
  spent_minor    numeric not null,
  refunded_minor numeric not null,
  first_order_at timestamptz,
  last_order_at  timestamptz,
  joined_at      timestamptz not null,
  first_channel  text,
  first_campaign text,
  first_location text,
  first_product  text,
  primary key (business_id, customer_id)
);
create index customer_value_by_joining on customer_value (business_id, joined_at);
create index customer_value_by_last on customer_value (business_id, last_order_at);
select isolate_by_business('customer_value');

-- What came before.
alter table event no force row level security;
insert into value_task (business_id)
  select distinct business_id from event
  where type in ('purchase', 'refund', 'subscription_started', 'subscription_renewed', 'subscription_changed', 'subscription_cancelled');
alter table event force row level security;
