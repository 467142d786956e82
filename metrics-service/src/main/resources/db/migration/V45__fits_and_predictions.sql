-- Fits of the models of what customers do next: first as asked for, then with all that each says of itself. Of a model the fit with
-- the highest version holds.
create table model_fit (
  business_id  text not null,
  id           text not null,
  model        text not null check (model in ('bg-nbd', 'pareto-nbd', 'gamma-gamma', 'sbg', 'churn')),
  state        text not null check (state in ('waiting', 'done', 'failed')),
  from_day     date not null,
  to_day       date not null check (to_day > from_day),
  version      int,
  result       jsonb,
  failure      text,
  requested_at timestamptz not null,
  requested_by text not null,
  finished_at  timestamptz,
  primary key (business_id, id)
);
create unique index model_fit_version on model_fit (business_id, model, version);
create unique index model_fit_waiting on model_fit (business_id, model, from_day, to_day) where state = 'waiting';
select isolate_by_business('model_fit');

-- Derived: what the latest fits say of each customer, as of the end of the period that was fitted last. Who never ordered has a
-- risk alone.
create table customer_prediction (
  business_id     text not null,
  customer_id     text not null,
  scoring         int not null,
  as_of           date not null,
  recency_days    int,
  orders          bigint,
  spent_minor     bigint,
  recency_score   smallint,
  frequency_score smallint,
  monetary_score  smallint,
  tier            text,
  p_alive         double precision,
  purchases_90    double precision,
  purchases_365   double precision,
  order_value     double precision,
  value_90        double precision,
  value_365       double precision,
  churn_risk      double precision,
  detail          jsonb not null,
  primary key (business_id, customer_id)
);
select isolate_by_business('customer_prediction');

-- The latest scoring of all customers, with the thresholds of its tiers, and which fits it rests on.
create table customer_scoring (
  business_id text primary key,
  number      int not null,
  from_day    date not null,
  as_of       date not null,
  scored_at   timestamptz not null,
  customers   bigint not null,
  detail      jsonb not null
);
select isolate_by_business('customer_scoring');

-- Fits that are to be made: one that was asked for, by its id, or all of a business's each night, by an empty one. References alone;
-- whoever works on one holds it until the lease ends.
create table fit_task (
  business_id  text not null,
  fit_id       text not null,
  due_at       timestamptz not null,
  leased_until timestamptz,
  primary key (business_id, fit_id)
);
create index fit_task_due on fit_task (due_at);
alter table business_settings no force row level security;
insert into fit_task (business_id, fit_id, due_at) select business_id, '', now() + interval '10 minutes' from business_settings;
alter table business_settings force row level security;
