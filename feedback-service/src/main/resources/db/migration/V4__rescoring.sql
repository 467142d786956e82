-- Which model made the current reading, so that those of an old model are found and made anew.
alter table feedback
  add column reading_model text collate "C" generated always as (reading ->> 'model') stored;
create index feedback_by_model on feedback (business_id, reading_model, occurred_at)
  where not deleted and reading_model is not null;

-- 0 for a text that is new, 1 for one that has a reading already and can wait.
alter table scoring_task add column priority smallint not null default 0;
drop index scoring_task_waiting;
create index scoring_task_waiting on scoring_task (priority, sequence) where parked_at is null;

-- The models of which a business may have readings. Looked through across businesses for old ones, and so exempt from
-- row-level security like the queues: references only.
create table reading_model (
  business_id text collate "C" not null,
  model text collate "C" not null,
  looked_at timestamptz not null default '-infinity',
  primary key (business_id, model)
);
-- Forced row-level security hides the rows from the owner, too, which has no business set here.
alter table feedback no force row level security;
insert into reading_model (business_id, model)
select distinct business_id, reading_model from feedback where reading_model is not null and not deleted;
alter table feedback force row level security;

-- What the business itself wants to hear about: a list of a category and the words that name it, as the gateway sends it.
alter table business_settings add column aspects jsonb;
