-- Names of programs are long and few: an event has the number of its agent's.
create table agent (
  business_id text not null,
  number      int generated always as identity,
  name        text not null,
  primary key (business_id, number)
);
create unique index agent_named on agent (business_id, md5(name));

alter table event no force row level security;
insert into agent (business_id, name) select distinct business_id, user_agent from event where user_agent is not null;
alter table event add column agent int;
update event e set agent = a.number from agent a where a.business_id = e.business_id and a.name = e.user_agent;
do $$ begin
  execute 'create or replace view event_of_customer with (security_invoker = true) as ' || regexp_replace(
    pg_get_viewdef('event_of_customer'),
    '(e\.)?\muser_agent\M',
    '(select g.name from agent g where g.business_id = e.business_id and g.number = e.agent) as user_agent');
end $$;
alter table event drop column user_agent;
alter table event force row level security;
select isolate_by_business('agent');

-- Which facts have ever been taken: a hash alone, of business, source and id, since its row is most of what a key costs. It says
-- nothing to anybody who doesn't know all three, so it is the one table without a business of its own.
create table event_key (
  hash uuid primary key
);
alter table dedup_key no force row level security;
insert into event_key (hash)
  select encode(substring(sha256(convert_to(business_id, 'UTF8') || '\x00'::bytea || uuid_send(key_hash)) from 1 for 16), 'hex')::uuid
  from dedup_key;
drop table dedup_key;
