-- Sets by month are read by the thousand and sets by day are many and small: each kind in a table of its own, so that those of
-- months lie together.
alter table web_visitors rename to web_visitors_before;
alter index web_visitors_pkey rename to web_visitors_before_pkey;

create table web_visitors (
  business_id text not null,
  dimension   text not null,
  grain       "char" not null,
  what        text not null,
  bucket      date not null,
  key         text not null,
  chunk       int not null,
  size        int not null,
  members     bytea not null,
  primary key (business_id, dimension, grain, what, bucket, key, chunk)
) partition by list (grain);
create table web_visitors_by_day partition of web_visitors for values in ('d') with (fillfactor = 90);
create table web_visitors_by_month partition of web_visitors for values in ('m') with (fillfactor = 80);
alter table web_visitors_by_day alter column members set storage external;
alter table web_visitors_by_month alter column members set storage external;

alter table web_visitors_before no force row level security;
insert into web_visitors (business_id, dimension, grain, what, bucket, key, chunk, size, members)
  select business_id, dimension, grain, what, bucket, key, chunk, size, members from web_visitors_before;
drop table web_visitors_before;

select isolate_by_business('web_visitors');
select isolate_by_business('web_visitors_by_day');
select isolate_by_business('web_visitors_by_month');
