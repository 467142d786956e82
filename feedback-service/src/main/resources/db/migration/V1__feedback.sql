-- Ids are compared byte by byte (collate "C"): their order is then the same on every server and quicker to find.

create table business_settings (
  business_id text collate "C" not null primary key,
  version bigint not null,
  name text not null,
  time_zone text not null,
  body text not null,
  received_at timestamptz not null default now()
);
select isolate_by_business('business_settings');

-- The winning revision of each feedback: one row, locked by whoever changes it. A deletion is a row without content.
create table feedback (
  business_id text collate "C" not null,
  source text collate "C" not null,
  feedback_id text collate "C" not null,
  revision integer not null check (revision > 0),
  deleted boolean not null,
  content_hash text collate "C" not null,
  kind text not null,
  text text,
  rating_value numeric,
  rating_min numeric,
  rating_max numeric,
  stars numeric(3, 2),
  recommends boolean,
  author_name text,
  customer_id text collate "C",
  visitor_id text collate "C",
  channel text,
  occurred_at timestamptz not null,
  language text,
  url text,
  page text,
  touchpoint text collate "C",
  product text,
  location text,
  survey jsonb,
  recorded_at timestamptz not null,
  recorded_by text not null,
  origin text not null,
  reading_seq integer not null default 0,
  reading jsonb,
  reading_label text,
  -- English stems for all, since the language is often not stated; words of others are kept as they are. No GIN index:
  -- row-level security keeps the planner from using one for an operator that isn't leakproof, so the search filters the
  -- rows of one business.
  search tsvector generated always as (to_tsvector('english', coalesce(text, ''))) stored,
  primary key (business_id, source, feedback_id)
);
create index feedback_newest on feedback (business_id, occurred_at, source, feedback_id) where not deleted;
create index feedback_customer on feedback (business_id, customer_id, occurred_at)
  where not deleted and customer_id is not null;
select isolate_by_business('feedback');

-- The revisions that lost: superseded ones, and those that came late.
create table feedback_history (
  business_id text collate "C" not null,
  source text collate "C" not null,
  feedback_id text collate "C" not null,
  revision integer not null check (revision > 0),
  deleted boolean not null,
  content_hash text collate "C" not null,
  kind text not null,
  text text,
  rating_value numeric,
  rating_min numeric,
  rating_max numeric,
  stars numeric(3, 2),
  recommends boolean,
  author_name text,
  customer_id text collate "C",
  visitor_id text collate "C",
  channel text,
  occurred_at timestamptz not null,
  language text,
  url text,
  page text,
  touchpoint text collate "C",
  product text,
  location text,
  survey jsonb,
  recorded_at timestamptz not null,
  recorded_by text not null,
  origin text not null,
  reading_seq integer not null default 0,
  reading jsonb,
  reading_label text,
  primary key (business_id, source, feedback_id, revision)
);
select isolate_by_business('feedback_history');

create table survey (
  business_id text collate "C" not null,
  id text collate "C" not null,
  version integer not null,
  name text not null,
  type text not null,
  touchpoint text,
  request_hash text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (business_id, id)
);
select isolate_by_business('survey');

-- What was asked, by version: an answer refers to the wording and scale that the customer saw.
create table survey_version (
  business_id text collate "C" not null,
  survey_id text collate "C" not null,
  version integer not null,
  question text,
  scale_min integer,
  scale_max integer,
  scale_good text,
  questions text not null,
  languages text not null,
  created_at timestamptz not null,
  primary key (business_id, survey_id, version),
  foreign key (business_id, survey_id) references survey (business_id, id)
);
select isolate_by_business('survey_version');

create table connection (
  business_id text collate "C" not null,
  id text collate "C" not null,
  type text not null,
  name text not null,
  secret bytea,
  mapping text,
  settings text,
  request_hash text,
  created_at timestamptz not null,
  created_by text not null,
  deleted_at timestamptz,
  primary key (business_id, id)
);
select isolate_by_business('connection');

create table webhook_delivery (
  business_id text collate "C" not null,
  connection_id text collate "C" not null,
  id text collate "C" not null,
  sequence bigint not null generated always as identity,
  message_id text collate "C",
  received_at timestamptz not null default clock_timestamp(),
  outcome text not null check (outcome in ('received', 'processed', 'duplicate', 'failed', 'rejected')),
  detail text,
  body bytea,
  primary key (business_id, connection_id, id),
  foreign key (business_id, connection_id) references connection (business_id, id)
);
-- One delivery with a body for each message of the source: the others are duplicates of it.
create unique index webhook_delivery_message on webhook_delivery (business_id, connection_id, message_id)
  where body is not null;
create index webhook_delivery_newest on webhook_delivery (business_id, connection_id, sequence);
select isolate_by_business('webhook_delivery');

create table parked (
  business_id text collate "C" not null,
  id text collate "C" not null,
  what text not null check (what in ('fact', 'text')),
  source text collate "C" not null,
  feedback_id text collate "C" not null,
  revision integer not null,
  reading_seq integer not null,
  reason text not null,
  parked_at timestamptz not null default clock_timestamp(),
  primary key (business_id, id),
  unique (business_id, what, source, feedback_id, revision, reading_seq)
);
select isolate_by_business('parked');

-- Queues. They are claimed across businesses and so exempt from row-level security: references only, never content.

create table scoring_task (
  business_id text collate "C" not null,
  source text collate "C" not null,
  feedback_id text collate "C" not null,
  revision integer not null,
  sequence bigint not null generated always as identity,
  enqueued_at timestamptz not null default clock_timestamp(),
  parked_at timestamptz,
  primary key (business_id, source, feedback_id, revision)
);
create index scoring_task_waiting on scoring_task (sequence) where parked_at is null;

create table fact_outbox (
  business_id text collate "C" not null,
  source text collate "C" not null,
  feedback_id text collate "C" not null,
  revision integer not null,
  reading_seq integer not null,
  sequence bigint not null generated always as identity,
  enqueued_at timestamptz not null default clock_timestamp(),
  parked_at timestamptz,
  primary key (business_id, source, feedback_id, revision, reading_seq)
);
create index fact_outbox_waiting on fact_outbox (sequence) where parked_at is null;
create index fact_outbox_oldest on fact_outbox (enqueued_at) where parked_at is null and reading_seq = 0;

create table delivery_task (
  business_id text collate "C" not null,
  connection_id text collate "C" not null,
  delivery_id text collate "C" not null,
  sequence bigint not null generated always as identity,
  enqueued_at timestamptz not null default clock_timestamp(),
  primary key (business_id, connection_id, delivery_id)
);
create index delivery_task_waiting on delivery_task (sequence);
