-- So many customers of one business, each with three traits, up to six orders and as many visits over two years, and a third of them
-- with an answer or a review. Everything is a function of the customer's number. business and customers are set by who runs this.
select set_config('app.business', :'business', false);
set synchronous_commit = off;
create function pg_temp.h(n bigint, seed int) returns bigint language sql immutable parallel safe
  as 'select hashint8extended(n, seed) & 1048575';
select count(event_month(month)) from generate_series(now() - interval '25 months', now(), interval '27 days') month;

insert into customer_seen (business_id, customer_id, first_seen)
  select :'business', 'c' || n, now() - interval '2 years' - pg_temp.h(n, 1) % 300 * interval '1 day' from generate_series(1, :customers) n;
insert into customer_trait (business_id, customer_id, name, value, occurred_at)
  select :'business', 'c' || n, t.name, case t.name when 'plan' then (array['free', 'free', 'pro', 'gold'])[1 + pg_temp.h(n, 2) % 4]
    when 'age' then (18 + pg_temp.h(n, 3) % 70)::text else (array['IE', 'DE', 'FR', 'US', 'GB'])[1 + pg_temp.h(n, 4) % 5] end, now()
  from generate_series(1, :customers) n cross join (values ('plan'), ('age'), ('country')) t (name);
insert into provenance (business_id, recorded_by, origin) values (:'business', 'key:bench', 'server');
insert into event (business_id, occurred_at, source, id, type, provenance, customer_id, channel, amount_minor, currency, properties)
  select :'business', now() - pg_temp.h(n * 16 + k, 5) * interval '60 seconds', 'bench', n || '-' || k,
    case when k % 2 = 0 then 'purchase' else 'store_visit' end, (select number from provenance where business_id = :'business'), 'c' || n,
    (array['shop', 'web'])[1 + pg_temp.h(n * 16 + k, 6) % 2], case when k % 2 = 0 then 500 + pg_temp.h(n * 16 + k, 7) % 9500 end,
    case when k % 2 = 0 then 'EUR' end, case when k % 2 = 0 then jsonb_build_object('orderId', n || '-' || k) end
  from generate_series(1, :customers) n cross join lateral generate_series(1, 1 + pg_temp.h(n, 8) % 6) k;
insert into value_fact (business_id, source, id, seq, type, occurred_at, day, subject, customer_id, channel, original_minor, currency,
    amount_minor)
  select business_id, source, id, seq, type, occurred_at, occurred_at::date, id, customer_id, channel, amount_minor, currency, amount_minor
  from event where business_id = :'business' and type = 'purchase';
insert into feedback_current (business_id, source, id, revision, reading_seq, fact_id, deleted, kind, occurred_at, recorded_at, customer_id,
    survey_id, survey_type, survey_score, label, score)
  select :'business', 'bench', n::text, 1, 1, gen_random_uuid(), false, case when n % 2 = 0 then 'survey_response' else 'review' end,
    now() - pg_temp.h(n, 9) * interval '30 seconds', now(), 'c' || n,
    case when n % 2 = 0 then 's' end, case when n % 2 = 0 then 'nps' end, case when n % 2 = 0 then pg_temp.h(n, 10) % 11 end,
    case when n % 2 = 1 then (array['positive', 'neutral', 'negative'])[1 + pg_temp.h(n, 11) % 3] end,
    case when n % 2 = 1 then round((pg_temp.h(n, 12) / 524288.0 - 1)::numeric, 4) end
  from generate_series(1, :customers) n where n % 3 = 0;
vacuum (analyze) event, value_fact, customer_trait, customer_seen, feedback_current;
