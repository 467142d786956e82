-- The same questions as they stand in a textbook: of each customer one question after the other. Each prints its name and its seconds.
\set QUIET on
\pset tuples_only on
\pset format unaligned
select set_config('app.business', :'business', false) \g /dev/null
\timing on
\echo a trait
select count(*) from customer_seen c where c.business_id = :'business'
  and exists (select from customer_trait t where t.business_id = c.business_id and t.customer_id = c.customer_id and t.name = 'plan' and t.value = 'pro');
\echo twice in 90 days
select count(*) from customer_seen c where c.business_id = :'business'
  and (select count(*) from event e where e.business_id = c.business_id and e.customer_id = c.customer_id and e.type = 'purchase'
    and e.left_out is null and e.occurred_at >= current_date + 1 - 90) >= 2;
\echo never in 365 days
select count(*) from customer_seen c where c.business_id = :'business'
  and (select count(*) from event e where e.business_id = c.business_id and e.customer_id = c.customer_id and e.type = 'store_visit'
    and e.left_out is null and e.occurred_at >= current_date + 1 - 365) = 0;
\echo revenue of a year
select count(*) from customer_seen c where c.business_id = :'business'
  and (select sum(v.amount_minor) from value_fact v where v.business_id = c.business_id and v.customer_id = c.customer_id
    and v.set_aside is null and v.occurred_at >= current_date + 1 - 365) >= 5000;
\echo top tenth by revenue
select count(*) from (select c.customer_id, rank() over (order by (select sum(v.amount_minor) from value_fact v
    where v.business_id = c.business_id and v.customer_id = c.customer_id and v.set_aside is null
      and v.occurred_at >= current_date + 1 - 365) desc nulls last) as place
  from customer_seen c where c.business_id = :'business') r where place <= 60000;
\echo promoters
select count(*) from customer_seen c where c.business_id = :'business'
  and (select f.survey_score from feedback_current f where f.business_id = c.business_id and f.customer_id = c.customer_id
    and not f.deleted and f.survey_type = 'nps' order by f.occurred_at desc limit 1) >= 9;
\echo all of it
select count(*) from customer_seen c where c.business_id = :'business'
  and exists (select from customer_trait t where t.business_id = c.business_id and t.customer_id = c.customer_id and t.name = 'plan' and t.value = 'pro')
  and (select count(*) from event e where e.business_id = c.business_id and e.customer_id = c.customer_id and e.type = 'purchase'
    and e.left_out is null and e.occurred_at >= current_date + 1 - 365) >= 1
  and not exists (select from feedback_current f where f.business_id = c.business_id and f.customer_id = c.customer_id
    and not f.deleted and f.label = 'negative' and f.occurred_at >= current_date + 1 - 90);
