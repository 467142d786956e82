-- What a reading finds in a text, a row for each aspect and emotion, so that lists can ask for it. Rows and no GIN index on
-- the reading: row-level security keeps the planner from using an index for an operator that isn't leakproof, and of those
-- equality is leakproof, containment is not.
create table feedback_mention (
  business_id text collate "C" not null,
  source text collate "C" not null,
  feedback_id text collate "C" not null,
  what text collate "C" not null check (what in ('aspect', 'emotion')),
  name text collate "C" not null,
  -- How an aspect sounds; empty for an emotion.
  label text collate "C" not null,
  primary key (business_id, what, name, label, source, feedback_id),
  foreign key (business_id, source, feedback_id) references feedback (business_id, source, feedback_id) on delete cascade
);
create index feedback_mention_of on feedback_mention (business_id, source, feedback_id);

create function mentions_of(reading jsonb) returns table (what text, name text, label text)
language sql immutable as $$
  select 'aspect', a ->> 'category', a ->> 'label'
  from jsonb_path_query(reading, 'lax $.aspects[*] ? (@.category.type() == "string" && @.label.type() == "string")') a
  union
  select 'emotion', e ->> 'emotion', ''
  from jsonb_path_query(reading, 'lax $.emotions[*] ? (@.emotion.type() == "string")') e
$$;

create function keep_mentions() returns trigger language plpgsql as $$
begin
  delete from feedback_mention
  where business_id = new.business_id and source = new.source and feedback_id = new.feedback_id;
  insert into feedback_mention (business_id, source, feedback_id, what, name, label)
  select new.business_id, new.source, new.feedback_id, m.what, m.name, m.label from mentions_of(new.reading) m;
  return null;
end
$$;
create trigger feedback_mentions after update of reading on feedback
  for each row when (new.reading is distinct from old.reading) execute function keep_mentions();

-- Forced row-level security hides the rows from the owner, too, which has no business set here.
alter table feedback no force row level security;
insert into feedback_mention (business_id, source, feedback_id, what, name, label)
select f.business_id, f.source, f.feedback_id, m.what, m.name, m.label
from feedback f cross join lateral mentions_of(f.reading) m;
alter table feedback force row level security;
select isolate_by_business('feedback_mention');
