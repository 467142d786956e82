-- The trace of the request that a row comes of (W3C traceparent), so that a worker's spans lead back to it; null without one.
alter table scoring_task add column traceparent text default nullif(current_setting('app.traceparent', true), '');
alter table fact_outbox add column traceparent text default nullif(current_setting('app.traceparent', true), '');
alter table delivery_task add column traceparent text default nullif(current_setting('app.traceparent', true), '');
