-- Who waits longest is asked with each delivery of facts, and what is to be fetched every second, however long the queue is.
create index delivery_task_oldest on delivery_task (enqueued_at) where not to_fetch;
create index delivery_task_to_fetch on delivery_task (sequence) where to_fetch;
