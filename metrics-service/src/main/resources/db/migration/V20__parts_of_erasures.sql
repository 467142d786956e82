-- What another service does of an erasure: whom it is to forget, until it is done, and what it did.
create table erasure_part (
  business_id text not null,
  erasure_id  text not null,
  service     text not null,
  ordered     jsonb,
  removed     jsonb,
  finished_at timestamptz,
  primary key (business_id, erasure_id, service),
  foreign key (business_id, erasure_id) references erasure (business_id, id)
);
select isolate_by_business('erasure_part');

-- Parts that are still to be done, as the services are told with each delivery of theirs; references alone.
create table erasure_part_task (
  business_id text not null,
  erasure_id  text not null,
  service     text not null,
  primary key (service, business_id, erasure_id)
);
