-- The words of what is said, for an index; feedback.search has them too, for looking at one text after the other. Row-level
-- security keeps the planner from using a GIN index for whom it holds, since matching words isn't leakproof; so here it holds
-- for the application but not for the owner, whose function below looks for words of the businesses that the transaction
-- names, and of no other: each text bears its business as a word.
create table feedback_words (
  business_id text collate "C" not null,
  source text collate "C" not null,
  feedback_id text collate "C" not null,
  search tsvector not null,
  primary key (business_id, source, feedback_id),
  foreign key (business_id, source, feedback_id) references feedback (business_id, source, feedback_id) on delete cascade
);

create function words_of(business text, said text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('english', said) || array_to_tsvector(array['business:' || business])
$$;

alter table feedback no force row level security;
insert into feedback_words (business_id, source, feedback_id, search)
select business_id, source, feedback_id, words_of(business_id, text) from feedback where text is not null and not deleted;
alter table feedback force row level security;
create index feedback_words_search on feedback_words using gin (search);
select isolate_by_business('feedback_words');
alter table feedback_words no force row level security;

-- English stems for all, since the language is often not stated; words of others are kept as they are.
create function keep_words() returns trigger language plpgsql as $$
begin
  if new.deleted or new.text is null then
    delete from feedback_words
    where business_id = new.business_id and source = new.source and feedback_id = new.feedback_id;
  else
    insert into feedback_words (business_id, source, feedback_id, search)
    values (new.business_id, new.source, new.feedback_id, words_of(new.business_id, new.text))
    on conflict (business_id, source, feedback_id) do update set search = excluded.search;
  end if;
  return null;
end
$$;
create trigger feedback_words_kept after insert or update of text, deleted on feedback
  for each row execute function keep_words();

create function feedback_with_words(business text, words text, most integer)
returns table (source text, feedback_id text) language sql stable security definer set search_path = public, pg_temp as $$
  select w.source, w.feedback_id from feedback_words w
  where w.search @@ (websearch_to_tsquery('english', words) && quote_literal('business:' || business)::tsquery)
    and numnode(websearch_to_tsquery('english', words)) > 0
    and w.business_id = business
    and business = any (string_to_array(nullif(current_setting('app.business', true), ''), ','))
  limit most
$$;
