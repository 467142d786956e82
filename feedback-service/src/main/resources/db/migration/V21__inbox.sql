-- How the business handles a feedback: who looks after it, until when, and how far that is.
create table feedback_handling (
  business_id text collate "C" not null,
  source text collate "C" not null,
  feedback_id text collate "C" not null,
  state text not null default 'open' check (state in ('open', 'in_progress', 'done')),
  assignee text collate "C",
  due_at timestamptz,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (business_id, source, feedback_id),
  foreign key (business_id, source, feedback_id) references feedback (business_id, source, feedback_id) on delete cascade
);
create index feedback_handling_by on feedback_handling (business_id, assignee) where assignee is not null;
select isolate_by_business('feedback_handling');

create table feedback_tag (
  business_id text collate "C" not null,
  tag text collate "C" not null,
  source text collate "C" not null,
  feedback_id text collate "C" not null,
  primary key (business_id, tag, source, feedback_id),
  foreign key (business_id, source, feedback_id) references feedback (business_id, source, feedback_id) on delete cascade
);
create index feedback_tag_of on feedback_tag (business_id, source, feedback_id);
select isolate_by_business('feedback_tag');

create table feedback_note (
  business_id text collate "C" not null,
  source text collate "C" not null,
  feedback_id text collate "C" not null,
  id text collate "C" not null,
  sequence bigint not null generated always as identity,
  text text not null,
  author text,
  written_at timestamptz not null,
  written_by text not null,
  primary key (business_id, source, feedback_id, id),
  foreign key (business_id, source, feedback_id) references feedback (business_id, source, feedback_id) on delete cascade
);
select isolate_by_business('feedback_note');

create index feedback_on_page on feedback (business_id, page, occurred_at) where not deleted and page is not null;

-- Who should hear from the business again: those who would not recommend it, or gave two stars or fewer, and those who would.
alter table feedback add column follow_up text generated always as (
  case
    when survey ->> 'type' = 'nps' and (survey ->> 'score')::numeric <= 6 then 'detractor'
    when survey ->> 'type' = 'nps' and (survey ->> 'score')::numeric >= 9 then 'promoter'
    when survey is null and kind = 'review' and (stars <= 2 or recommends = false) then 'detractor'
  end) stored;
create index feedback_to_follow_up on feedback (business_id, occurred_at, source, feedback_id)
  where not deleted and answered_at is null and follow_up is not null;

-- Within how many days; a business without a row has the usual ones.
create table follow_up_rule (
  business_id text collate "C" not null primary key,
  detractor_days integer not null,
  promoter_days integer not null
);
select isolate_by_business('follow_up_rule');

-- Whether e-mail addresses, phone and card numbers in texts are masked before anything is stored.
alter table business_settings add column mask_personal_data boolean not null default false;
