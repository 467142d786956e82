-- Saved segments: whom a rule holds. The rule is as it was given, in the order of its members; version is raised by each change.
create table segment (
  business_id  text not null,
  id           text not null,
  name         text not null,
  rule         json not null,
  version      int not null,
  created_at   timestamptz not null,
  created_by   text not null,
  changed_at   timestamptz not null,
  request_hash text,
  primary key (business_id, id)
);
create unique index segment_named on segment (business_id, lower(name));
select isolate_by_business('segment');

-- Derived: each customer id that an event, a link, a trait or a feedback names, and when the first of them was. Whoever isn't in it
-- is no customer, so that a rule can hold of those who never did something.
create table customer_seen (
  business_id text not null,
  customer_id text not null,
  first_seen  timestamptz not null,
  primary key (business_id, customer_id)
);
select isolate_by_business('customer_seen');

-- Of what is said of a customer again and again only the last time is kept, and now the first.
alter table customer_trait_fact add column first_at timestamptz;

create index customer_trait_named on customer_trait (business_id, name);
create index feedback_current_of_customer on feedback_current (business_id, customer_id) where customer_id is not null;

alter table event no force row level security;
alter table identity_link no force row level security;
alter table customer_trait_fact no force row level security;
alter table feedback_current no force row level security;
alter table customer_seen no force row level security;
insert into customer_seen (business_id, customer_id, first_seen)
  select business_id, customer_id, min(occurred_at) from (
    select business_id, customer_id, occurred_at from event where customer_id is not null and left_out is null
    union all
    select business_id, customer_id, occurred_at from identity_link where undone_at is null
    union all
    select business_id, id, occurred_at from identity_link where undone_at is null and id_type = 'customer'
    union all
    select business_id, customer_id, coalesce(first_at, occurred_at) from customer_trait_fact
    union all
    select business_id, customer_id, occurred_at from feedback_current where customer_id is not null and not deleted
  ) named
  group by 1, 2;
alter table customer_seen force row level security;
alter table feedback_current force row level security;
alter table customer_trait_fact force row level security;
alter table identity_link force row level security;
alter table event force row level security;

-- What customers said, with whose it is: the customer that it names, or else whose the visitor was then; and in either case by the
-- id that the customer goes by in the end.
create view customer_feedback with (security_invoker = true) as
  select f.business_id, f.source, f.id, f.kind, f.occurred_at, coalesce(a.known_as, f.customer_id) as customer_id, f.channel,
    f.touchpoint, f.product, f.location, f.rating, f.survey_id, f.survey_type, f.survey_score, f.label, f.score
  from feedback_current f
    left join customer_alias a on a.business_id = f.business_id and a.customer_id = f.customer_id
  where not f.deleted and f.customer_id is not null
  union all
  select f.business_id, f.source, f.id, f.kind, f.occurred_at, v.customer_id, f.channel, f.touchpoint, f.product, f.location,
    f.rating, f.survey_id, f.survey_type, f.survey_score, f.label, f.score
  from customer_id_of v join feedback_current f on f.business_id = v.business_id and f.visitor_id = v.id
  where v.id_type = 'visitor' and not f.deleted and f.customer_id is null
    and v.customer_id = (
        select coalesce(a.known_as, l.customer_id)
        from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
        where l.business_id = f.business_id and l.id_type = 'visitor' and l.id = f.visitor_id and l.undone_at is null
        order by l.occurred_at > f.occurred_at, case when l.occurred_at <= f.occurred_at then l.occurred_at end desc,
          case when l.occurred_at <= f.occurred_at then l.seq end desc, l.occurred_at, l.seq
        limit 1);
