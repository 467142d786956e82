-- A question with a segment of several conditions scans visits, and a row is read up to the last column that is asked for: so what
-- has one size stands first, then what questions choose by, and the lists last. Views are told by their distance from the visit's
-- beginning, as plain numbers; view_again says which of them are of a page that the visit had seen already, and is null where
-- none is, so that a visit is counted once for each of its pages.
alter table visit no force row level security;
drop view page_view;
alter table visit rename to visit_before;
alter index visit_pkey rename to visit_before_pkey;
alter index visit_by_time rename to visit_before_by_time;
alter index visit_of_customer rename to visit_before_of_customer;

create table visit (
  began_at        timestamptz not null,
  ended_at        timestamptz not null,
  duration_us     bigint not null,
  visitor_number  int not null,
  events          int not null,
  page_views      int not null,
  engaged         boolean not null,
  business_id     text not null,
  traffic_channel text not null,
  visitor_id      text not null,
  country         text,
  device          text,
  utm_medium      text,
  utm_source      text,
  utm_campaign    text,
  browser         text,
  language        text,
  entry_page      text,
  exit_page       text,
  customer_id     text,
  actions         text[] not null,
  goals           text[] not null,
  view_seq        bigint[] not null,
  view_after      bigint[] not null,
  view_us         bigint[] not null,
  view_page       text[] not null,
  view_again      boolean[]
);

insert into visit
  select began_at, ended_at, duration_us, visitor_number, events, page_views, engaged, business_id, traffic_channel, visitor_id,
    country, device, utm_medium, utm_source, utm_campaign, browser, language, entry_page, exit_page, customer_id, actions, goals,
    view_seq,
    array(select (extract(epoch from at - began_at) * 1000000)::bigint from unnest(view_at) with ordinality v (at, place) order by place),
    view_us, view_page,
    case when page_views > 1 then (
      select case when bool_or(again) then array_agg(again order by place) end
      from (
        select place, row_number() over (partition by page order by place) > 1 as again
        from unnest(view_page) with ordinality v (page, place)) views) end
  from visit_before
  order by business_id, began_at;
drop table visit_before;

alter table visit add primary key (business_id, visitor_id, began_at);
create index visit_by_time on visit (business_id, began_at);
create index visit_of_customer on visit (business_id, customer_id) where customer_id is not null;
select isolate_by_business('visit');

create view page_view with (security_invoker = true) as
  select v.business_id, v.visitor_id, v.visitor_number, v.customer_id, v.began_at, v.ended_at, v.traffic_channel, v.utm_source,
    v.utm_medium, v.utm_campaign, v.entry_page, v.exit_page, v.device, v.browser, v.country, v.language, v.actions, v.goals,
    v.began_at + p.after * interval '1 microsecond' as occurred_at, p.seq, p.page, p.duration_us
  from visit v
    cross join lateral unnest(v.view_after, v.view_seq, v.view_page, v.view_us) as p (after, seq, page, duration_us);

analyze visit;
