-- So many small businesses with so many customers each, who came over two years, bought at rates of their own and left some time.
-- Everything is a function of numbers. businesses and customers are set by who runs this.
create function pg_temp.u(n bigint, seed int) returns double precision language sql immutable parallel safe
  as 'select ((hashint8extended(n, seed) & 1048575) + 0.5) / 1048576.0';
create function pg_temp.business(n bigint) returns text language sql immutable parallel safe
  as $$select 'b_bench' || translate(lpad(n::text, 11, '0'), '0189', 'abcd')$$;
select event_month(month) from generate_series(date_trunc('month', now() - interval '26 months'), now(), interval '1 month') month;

insert into business_settings (business_id, version, settings)
select pg_temp.business(b), 1, '{"name": "Bench", "timeZone": "UTC", "currency": "EUR", "weekStart": "monday", "inactivityDays": 90, "goals": []}'
from generate_series(1, :businesses) b;

-- Customer c of business b came first d days ago, and buys after every gap (of a mean of their own) for as long as they stay.
create temporary table bought as
with customer as (
  select b, c, (b * 1000000 + c)::bigint as n, 730 * pg_temp.u(b * 1000000 + c, 1) as came,
    8 + 60 * pg_temp.u(b * 1000000 + c, 2) ^ 2 as gap, -400 * ln(pg_temp.u(b * 1000000 + c, 3)) as stays,
    500 + 4000 * pg_temp.u(b * 1000000 + c, 4) as spends
  from generate_series(1, :businesses) b, generate_series(1, :customers) c
), gaps as (
  select n, b, c, came, stays, spends, k,
    came - sum(case when k = 0 then 0 else -gap * ln(pg_temp.u(n * 64 + k, 5)) end) over (partition by n order by k) as ago
  from customer, generate_series(0, 60) k
)
select * from gaps where ago > 0 and came - ago <= stays;

insert into provenance (business_id, recorded_by, origin)
select pg_temp.business(b), 'key:bench', 'server' from generate_series(1, :businesses) b;
insert into event (business_id, occurred_at, amount_minor, source, id, type, provenance, customer_id, currency, properties)
select pg_temp.business(b), now() - ago * interval '1 day', (spends * (0.5 + pg_temp.u(n * 64 + k, 6)))::bigint, 'bench', c || '-' || k,
  'purchase', number, 'c' || c, 'EUR', jsonb_build_object('orderId', c || '-' || k)
from bought join provenance on business_id = pg_temp.business(b);
insert into value_task (business_id) select pg_temp.business(b) from generate_series(1, :businesses) b;
insert into fit_task (business_id, fit_id, due_at)
select pg_temp.business(b), '', now() + interval '1 day' from generate_series(1, :businesses) b;
analyze event;
