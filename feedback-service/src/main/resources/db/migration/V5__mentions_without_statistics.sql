-- With the label last, the key finds the mention of one feedback as quickly as all mentions of one name: a planner that has no
-- statistics yet, after a large import, can't choose an index that reads all of a name for each feedback.
alter table feedback_mention drop constraint feedback_mention_pkey;
alter table feedback_mention add primary key (business_id, what, name, source, feedback_id, label);

-- The first reading has nothing to replace.
create or replace function keep_mentions() returns trigger language plpgsql as $$
begin
  if old.reading is not null then
    delete from feedback_mention
    where business_id = new.business_id and source = new.source and feedback_id = new.feedback_id;
  end if;
  insert into feedback_mention (business_id, source, feedback_id, what, name, label)
  select new.business_id, new.source, new.feedback_id, m.what, m.name, m.label from mentions_of(new.reading) m;
  return null;
end
$$;
