-- What was erased here of a person, in counts: told to metrics-service, which owns the receipt, until it has taken it.
create table erasure_done (
  business_id text collate "C" not null,
  erasure_id text collate "C" not null,
  removed jsonb not null,
  finished_at timestamptz not null,
  primary key (business_id, erasure_id)
);
select isolate_by_business('erasure_done');

create index feedback_history_customer on feedback_history (business_id, customer_id) where customer_id is not null;
