-- A business's settings as the gateway last sent them.
create table business_settings (
  business_id text primary key,
  version     bigint not null,
  settings    jsonb not null,
  received_at timestamptz not null default now()
);

-- Which facts have ever been taken: outlives the facts' own retention. The hash is of source and id.
create table dedup_key (
  business_id text not null,
  key_hash    uuid not null,
  primary key (business_id, key_hash)
);

-- Facts: what a person did. Rows are never changed.
create table event (
  business_id  text not null,
  seq          bigint generated always as identity,
  source       text not null,
  id           text not null,
  type         text not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
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
  amount_minor bigint,
  currency     text,
  properties   jsonb,
  left_out     text check (left_out in ('bot')),
  primary key (business_id, seq)
);
create index event_of_visitor on event (business_id, visitor_id, occurred_at) where visitor_id is not null;
create index event_by_type on event (business_id, type, occurred_at);

-- Facts: two ids are one person. A link can be undone; then it never held.
create table identity_link (
  business_id text not null,
  seq         bigint generated always as identity,
  id_type     text not null check (id_type in ('visitor', 'email', 'phone', 'handle')),
  id          text not null,
  customer_id text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  undone_at   timestamptz,
  undone_by   text,
  primary key (business_id, seq)
);
create index identity_link_of_id on identity_link (business_id, id_type, id) where undone_at is null;

-- What is known of a customer: of each trait the value that was true last.
create table customer_trait (
  business_id text not null,
  customer_id text not null,
  name        text not null,
  value       text not null,
  occurred_at timestamptz not null,
  primary key (business_id, customer_id, name)
);

-- Facts: aggregates that an outside system reports and may restate; the latest of a series and period wins.
create table measurement (
  business_id text not null,
  seq         bigint generated always as identity,
  source      text not null,
  series      text not null,
  period_from timestamptz not null,
  period_to   timestamptz not null,
  dimensions  jsonb not null,
  value       numeric not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (business_id, seq)
);
create index measurement_of_series on measurement (business_id, source, series, period_from, seq);

-- Facts: what feedback-service has told of a feedback, by revision and reading. Rows are never changed.
create table feedback_fact (
  business_id    text not null,
  source         text not null,
  id             text not null,
  revision       int not null,
  reading_seq    int not null,
  fact_id        uuid not null,
  deleted        boolean not null,
  kind           text not null,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  language       text,
  customer_id    text,
  visitor_id     text,
  channel        text,
  page           text,
  touchpoint     text,
  product        text,
  location       text,
  rating         numeric(4, 2),
  recommends     boolean,
  survey_id      text,
  survey_version int,
  survey_type    text,
  survey_score   numeric,
  survey_min     numeric,
  survey_max     numeric,
  survey_good    text,
  model          text,
  label          text,
  score          numeric(9, 8),
  positive       numeric(9, 8),
  neutral        numeric(9, 8),
  negative       numeric(9, 8),
  unread_reason  text,
  primary key (business_id, source, id, revision, reading_seq)
);

-- Derived: of each feedback the fact that holds.
create table feedback_current (like feedback_fact);
alter table feedback_current add primary key (business_id, source, id);
create index feedback_current_by_time on feedback_current (business_id, occurred_at) where not deleted;

-- Up to when feedback-service has delivered everything that it acknowledged. One row, of no business.
create table feedback_watermark (
  only_row boolean primary key default true check (only_row),
  up_to    timestamptz not null
);
insert into feedback_watermark (up_to) values (now());

-- Derived: runs of one visitor's web events with no gap over 30 minutes.
create table visit (
  business_id     text not null,
  visitor_id      text not null,
  began_at        timestamptz not null,
  ended_at        timestamptz not null,
  events          int not null,
  page_views      int not null,
  customer_id     text,
  traffic_channel text not null,
  utm_source      text,
  utm_medium      text,
  utm_campaign    text,
  entry_page      text,
  exit_page       text,
  country         text,
  language        text,
  primary key (business_id, visitor_id, began_at)
);
create index visit_by_time on visit (business_id, began_at);

-- Derived: the page views that count, each with what its visit knows.
create table page_view (
  business_id     text not null,
  visitor_id      text not null,
  occurred_at     timestamptz not null,
  seq             bigint not null,
  page            text,
  customer_id     text,
  traffic_channel text not null,
  utm_source      text,
  utm_medium      text,
  utm_campaign    text,
  country         text,
  language        text,
  primary key (business_id, visitor_id, occurred_at, seq)
);
create index page_view_by_time on page_view (business_id, occurred_at);

select isolate_by_business('business_settings');
select isolate_by_business('dedup_key');
select isolate_by_business('event');
select isolate_by_business('identity_link');
select isolate_by_business('customer_trait');
select isolate_by_business('measurement');
select isolate_by_business('feedback_fact');
select isolate_by_business('feedback_current');
select isolate_by_business('visit');
select isolate_by_business('page_view');
