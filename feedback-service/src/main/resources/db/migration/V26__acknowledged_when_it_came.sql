-- What a delivery brings was acknowledged when the delivery was, and not when it is read: figures must not claim to count it
-- before it has been passed on. Whoever reads one says so to the transaction.
alter table fact_outbox alter column enqueued_at
  set default coalesce(nullif(current_setting('app.acknowledged_at', true), '')::timestamptz, clock_timestamp());
alter table onward_task alter column enqueued_at
  set default coalesce(nullif(current_setting('app.acknowledged_at', true), '')::timestamptz, clock_timestamp());
create index onward_task_oldest on onward_task (enqueued_at);
