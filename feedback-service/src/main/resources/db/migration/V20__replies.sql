-- What the business answers to a feedback: one reply, which may be changed.
create table feedback_reply (
  business_id text collate "C" not null,
  source text collate "C" not null,
  feedback_id text collate "C" not null,
  text text not null,
  author text,
  template_id text collate "C",
  state text not null check (state in ('to_be_posted', 'posted')),
  answered_at timestamptz not null,
  edited_at timestamptz,
  posted_at timestamptz,
  written_by text not null,
  primary key (business_id, source, feedback_id),
  foreign key (business_id, source, feedback_id) references feedback (business_id, source, feedback_id) on delete cascade
);
create index feedback_reply_to_post on feedback_reply (business_id, answered_at) where state = 'to_be_posted';
select isolate_by_business('feedback_reply');

-- When it was first answered: kept beside the feedback, which is listed by it, and told to metrics-service.
alter table feedback add column answered_at timestamptz;
alter table feedback_history add column answered_at timestamptz;
create index feedback_unanswered on feedback (business_id, occurred_at, source, feedback_id)
  where not deleted and answered_at is null;

-- What is said under the id of a deleted feedback is another statement, which nobody has answered.
create function drop_reply() returns trigger language plpgsql as $$
begin
  delete from feedback_reply
  where business_id = new.business_id and source = new.source and feedback_id = new.feedback_id;
  new.answered_at := null;
  return new;
end
$$;
create trigger feedback_reply_of_deleted before update of deleted on feedback
  for each row when (new.deleted and not old.deleted) execute function drop_reply();

-- An acknowledged answer counts for how far the figures are, as acknowledged feedback does; readings, which come later, don't.
alter table fact_outbox add column acknowledged boolean not null default false;
drop index fact_outbox_oldest;
create index fact_outbox_oldest on fact_outbox (enqueued_at) where parked_at is null and (reading_seq = 0 or acknowledged);

create table reply_template (
  business_id text collate "C" not null,
  id text collate "C" not null,
  name text not null,
  text text not null,
  language text,
  request_hash text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (business_id, id)
);
select isolate_by_business('reply_template');
