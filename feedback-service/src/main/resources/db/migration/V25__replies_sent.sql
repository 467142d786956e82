-- How far a reply is on its way to where its feedback stands; null where it goes there by hand.
alter table feedback_reply
  add column sending text check (sending in ('waiting', 'sent', 'failed')),
  add column sending_reason text,
  add column connection_id text collate "C",
  -- What the source calls it.
  add column posted_id text;

-- Replies that wait to be sent: references only, claimed across businesses.
create table reply_task (
  business_id text collate "C" not null,
  source text collate "C" not null,
  feedback_id text collate "C" not null,
  sequence bigint not null generated always as identity,
  not_before timestamptz not null default '-infinity',
  attempts integer not null default 0,
  enqueued_at timestamptz not null default clock_timestamp(),
  traceparent text default nullif(current_setting('app.traceparent', true), ''),
  primary key (business_id, source, feedback_id)
);
create index reply_task_due on reply_task (not_before, sequence);
