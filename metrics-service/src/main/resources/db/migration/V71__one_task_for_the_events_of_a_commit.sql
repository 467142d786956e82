-- What one commit touches is one row with lists, and no longer a row for each visitor: rows, with their index entries, were most of
-- what noting a task and doing it took. Moments are microseconds since 1970. That everything is to be derived is noted apart.
create table visit_rebuild (
  business_id text not null,
  sequence    bigint generated always as identity,
  since       timestamptz not null default '1969-01-01T00:00:00Z',
  noted_at    timestamptz not null default clock_timestamp(),
  primary key (business_id, sequence)
);
insert into visit_rebuild (business_id, since, noted_at)
  select business_id, since, noted_at from visit_task where visitor_id is null order by sequence;

alter table visit_task rename to visit_task_before;
alter index visit_task_pkey rename to visit_task_before_pkey;
drop index visit_task_by_age;
create table visit_task (
  business_id text not null,
  sequence    bigint generated always as identity,
  noted_at    timestamptz not null default clock_timestamp(),
  visits      int not null,
  visitors    text[] not null,
  since_us    bigint[] not null,
  until_us    bigint[] not null,
  primary key (business_id, sequence)
);
alter table visit_task alter column visitors set storage external,
  alter column since_us set storage external,
  alter column until_us set storage external;
create index visit_task_by_age on visit_task (business_id, noted_at);
insert into visit_task (business_id, noted_at, visits, visitors, since_us, until_us)
  select business_id, min(noted_at), count(*), array_agg(visitor_id), array_agg((extract(epoch from since) * 1000000)::bigint),
    array_agg((extract(epoch from until) * 1000000)::bigint)
  from (select *, row_number() over (partition by business_id order by sequence) / 1000 as row from visit_task_before
    where visitor_id is not null) tasks
  group by business_id, row
  order by business_id, row;
drop table visit_task_before;
