-- A rotation leaves the secret before valid for a while; credentials are what we need to ask the source, encrypted like secrets.
alter table connection
  add column previous_secret bytea,
  add column previous_until timestamptz,
  add column rotation_key text,
  add column credentials bytea;

-- What was told beside the body, such as the kind of message; and what was fetched because the message itself is thin.
alter table webhook_delivery
  add column topic text,
  add column fetched bytea,
  add column settled_at timestamptz;
alter table webhook_delivery drop constraint webhook_delivery_outcome_check;
alter table webhook_delivery add constraint webhook_delivery_outcome_check
  check (outcome in ('received', 'processed', 'duplicate', 'failed', 'rejected', 'tested'));
create index webhook_delivery_wrong on webhook_delivery (business_id, connection_id, outcome, sequence)
  where outcome in ('failed', 'rejected');

-- A delivery for which something must be fetched waits for that; one that could not be fetched waits for its next try.
alter table delivery_task
  add column to_fetch boolean not null default false,
  add column not_before timestamptz not null default '-infinity',
  add column attempts integer not null default 0;

-- What deliveries bring for metrics-service: events, links of ids, measurements.
create table onward (
  business_id text collate "C" not null,
  connection_id text collate "C" not null,
  delivery_id text collate "C" not null,
  position integer not null,
  body text not null,
  primary key (business_id, connection_id, delivery_id, position)
);
select isolate_by_business('onward');

-- Its queue: references only, claimed across businesses.
create table onward_task (
  business_id text collate "C" not null,
  connection_id text collate "C" not null,
  delivery_id text collate "C" not null,
  position integer not null,
  target text not null check (target in ('event', 'identity', 'measurement')),
  sequence bigint not null generated always as identity,
  enqueued_at timestamptz not null default clock_timestamp(),
  traceparent text default nullif(current_setting('app.traceparent', true), ''),
  primary key (business_id, connection_id, delivery_id, position)
);
create index onward_task_waiting on onward_task (sequence);

-- How far a source that is asked has been read.
create table connection_cursor (
  business_id text collate "C" not null,
  connection_id text collate "C" not null,
  position text not null,
  polled_at timestamptz,
  failure text,
  failed_at timestamptz,
  primary key (business_id, connection_id),
  foreign key (business_id, connection_id) references connection (business_id, id)
);
select isolate_by_business('connection_cursor');

-- When each is to be asked next; whoever asks moves that on first, so that of several replicas one does.
create table poll_task (
  business_id text collate "C" not null,
  connection_id text collate "C" not null,
  due_at timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  primary key (business_id, connection_id)
);
create index poll_task_due on poll_task (due_at);
