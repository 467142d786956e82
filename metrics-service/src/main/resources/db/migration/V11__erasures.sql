-- Persons who asked to be forgotten: what is done about it, and afterwards what was done. Whom it is of is known until it is done.
create table erasure (
  business_id  text not null,
  id           text not null,
  customer_id  text,
  state        text not null check (state in ('waiting', 'removing', 'deriving', 'done')),
  requested_at timestamptz not null,
  requested_by text not null,
  finished_at  timestamptz,
  visitors     text[] not null default '{}',
  events       bigint not null default 0,
  visits       bigint not null default 0,
  links        bigint not null default 0,
  traits       bigint not null default 0,
  rejected     bigint not null default 0,
  feedback     bigint not null default 0,
  primary key (business_id, id)
);
select isolate_by_business('erasure');

-- Erasures that wait to be worked on; references alone. Whoever works on one holds it until the lease ends.
create table erasure_task (
  business_id  text not null,
  erasure_id   text not null,
  leased_until timestamptz,
  primary key (business_id, erasure_id)
);
