-- Facts by month, so that old ones can go at once and indexes stay small. What is older than 2015 shares one partition.
alter table event rename to event_before;
alter index event_pkey rename to event_before_pkey;
alter index event_of_visitor rename to event_before_of_visitor;
alter index event_by_type rename to event_before_by_type;

create sequence event_seq cache 100;

create table event (
  business_id  text not null,
  occurred_at  timestamptz not null,
  seq          bigint not null default nextval('event_seq'),
  recorded_at  timestamptz not null default now(),
  amount_minor bigint,
  source       text not null,
  id           text not null,
  type         text not null,
  recorded_by  text not null,
  origin       text not null check (origin in ('server', 'browser')),
  visitor_id   text,
  customer_id  text,
  channel      text,
  campaign     text,
  page_url     text,
  page_title   text,
  referrer     text,
  touchpoint   text,
  location     text,
  product      text,
  user_agent   text,
  language     text,
  country      text,
  currency     text,
  left_out     text check (left_out in ('bot', 'prefetch', 'internal', 'machine')),
  properties   jsonb,
  primary key (business_id, occurred_at, seq)
) partition by range (occurred_at);
create index event_of_visitor on event (business_id, visitor_id, occurred_at) where visitor_id is not null;
create index event_by_type on event (business_id, type, occurred_at) where type <> 'page_view';
create table event_before_2015 partition of event for values from (minvalue) to ('2015-01-01T00:00:00Z');
select isolate_by_business('event');
select isolate_by_business('event_before_2015');

-- Makes the partition of a month that has none yet, as the owner of the tables: the application owns nothing.
create function event_month(month timestamptz) returns void
language plpgsql security definer set search_path from current as $$
declare
  first timestamptz := date_trunc('month', month, 'UTC');
  name  text := 'event_' || to_char(first at time zone 'UTC', 'YYYY_MM');
begin
  if first < '2015-01-01T00:00:00Z' or to_regclass(name) is not null then
    return;
  end if;
  -- One maker at a time: a second one waits, and then finds it made.
  perform pg_advisory_xact_lock(hashtext('event_month'));
  execute format('create table %I partition of event for values from (%L) to (%L)',
    name, first, date_trunc('month', first + interval '32 days', 'UTC'));
  perform isolate_by_business(name::regclass);
exception
  -- Who waited may not have heard of it yet when it looked.
  when duplicate_table then null;
end
$$;

alter table event_before no force row level security;
alter table event no force row level security;
select event_month(month) from
  (select distinct date_trunc('month', occurred_at, 'UTC') as month from event_before) months;
insert into event (business_id, occurred_at, seq, recorded_at, amount_minor, source, id, type, recorded_by, origin, visitor_id,
    customer_id, channel, campaign, page_url, page_title, referrer, touchpoint, location, product, user_agent, language,
    country, currency, left_out, properties)
  select business_id, occurred_at, seq, recorded_at, amount_minor, source, id, type, recorded_by, origin, visitor_id,
    customer_id, channel, campaign, page_url, page_title, referrer, touchpoint, location, product, user_agent, language,
    country, currency, left_out, properties
  from event_before;
select setval('event_seq', coalesce((select max(seq) from event_before), 0) + 1);
alter table event force row level security;
drop table event_before;

drop table visit;
drop table page_view;

-- What is to be derived anew: of a visitor what lies about a span of time, or everything of the business where no visitor is
-- named. Noted in the transaction of the facts that call for it, and taken by the one that derives. References alone.
create table visit_task (
  business_id text not null,
  sequence    bigint generated always as identity,
  visitor_id  text,
  since       timestamptz not null,
  until       timestamptz not null,
  noted_at    timestamptz not null default clock_timestamp(),
  primary key (business_id, sequence)
);

-- Derived: a small number for each visitor, by which sets of visitors name them. Numbers are never given twice.
create table visitor (
  business_id text not null,
  visitor_id  text not null,
  number      int not null,
  primary key (business_id, visitor_id)
);
create table visitor_count (
  business_id text primary key,
  visitors    int not null
);

-- Derived: runs of one visitor's web events with no gap over 30 minutes, with their page views in order. Durations are
-- microseconds; an engaged visit is one as GA4 has it; view_us is null for a view of which nobody knows how long it took.
create table visit (
  business_id     text not null,
  began_at        timestamptz not null,
  ended_at        timestamptz not null,
  duration_us     bigint not null,
  engaged         boolean not null,
  visitor_number  int not null,
  events          int not null,
  page_views      int not null,
  visitor_id      text not null,
  customer_id     text,
  traffic_channel text not null,
  utm_source      text,
  utm_medium      text,
  utm_campaign    text,
  entry_page      text,
  exit_page       text,
  device          text,
  browser         text,
  country         text,
  language        text,
  actions         text[] not null,
  goals           text[] not null,
  view_seq        bigint[] not null,
  view_at         timestamptz[] not null,
  view_us         bigint[] not null,
  view_page       text[] not null,
  primary key (business_id, visitor_id, began_at)
);
create index visit_by_time on visit (business_id, began_at);

-- The page views of visits, one a row, each with what its visit knows.
create view page_view with (security_invoker = true) as
  select v.business_id, v.visitor_id, v.visitor_number, v.customer_id, v.began_at, v.ended_at, v.traffic_channel, v.utm_source,
    v.utm_medium, v.utm_campaign, v.entry_page, v.exit_page, v.device, v.browser, v.country, v.language, v.actions, v.goals,
    p.occurred_at, p.seq, p.page, p.duration_us
  from visit v cross join lateral unnest(v.view_at, v.view_seq, v.view_page, v.view_us) as p (occurred_at, seq, page, duration_us);

-- Derived: sums over visits by the business's day ('d') or month ('m') and one dimension; the dimension '' has the totals. What has no
-- value has the key ''. Sums of visits lie on the day on which the visit began, those of views on the day of the view.
create table web_rollup (
  business_id        text not null,
  dimension          text not null,
  grain              "char" not null,
  bucket             date not null,
  key                text not null,
  visits             bigint not null,
  bounces            bigint not null,
  engaged            bigint not null,
  converted          bigint not null,
  carts              bigint not null,
  abandoned          bigint not null,
  visit_views        bigint not null,
  visit_views_square bigint not null,
  visit_us           numeric not null,
  visit_us_square    numeric not null,
  views              bigint not null,
  timed_views        bigint not null,
  view_us            numeric not null,
  view_us_square     numeric not null,
  primary key (business_id, dimension, grain, bucket, key)
) with (fillfactor = 70);

-- Derived: in how many visits each goal was reached, by the same days, months and keys.
create table web_goal (
  business_id text not null,
  dimension   text not null,
  grain       "char" not null,
  bucket      date not null,
  key         text not null,
  goal        text not null,
  visits      bigint not null,
  primary key (business_id, dimension, grain, bucket, key, goal)
) with (fillfactor = 70);

-- Derived: which visitors (by their numbers) were seen, by the same days, months and keys: those with a page view ('viewed'), and
-- of those the ones in whose visit any goal was reached ('converted'), or one of them (its id after 'goal:'). A row holds those
-- whose numbers lie in the same stretch of 2^18, as a Roaring bitmap, and how many they are.
create table web_visitors (
  business_id text not null,
  dimension   text not null,
  grain       "char" not null,
  what        text not null,
  bucket      date not null,
  key         text not null,
  chunk       int not null,
  size        int not null,
  members     bytea not null,
  primary key (business_id, dimension, grain, what, bucket, key, chunk)
) with (fillfactor = 70);
alter table web_visitors alter column members set storage external;

select isolate_by_business('visitor');
select isolate_by_business('visitor_count');
select isolate_by_business('visit');
select isolate_by_business('web_rollup');
select isolate_by_business('web_goal');
select isolate_by_business('web_visitors');

alter table business_settings no force row level security;
insert into visit_task (business_id, since, until)
  select distinct business_id, '1969-01-01T00:00:00Z'::timestamptz, '2200-01-01T00:00:00Z'::timestamptz from business_settings;
alter table business_settings force row level security;
