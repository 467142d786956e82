-- Since when the business's rule of how long events are kept is as it is, and before which of its days (always the first of a
-- month) they are no longer kept: what was derived of those days stays as it was, and is never derived again.
alter table business_settings add column keep_since timestamptz, add column kept_from date;

-- Whose events may have to go, and when to look. References alone.
create table retention_task (
  business_id text primary key,
  due         timestamptz not null
);

-- Drops the partitions of months before this moment in which no business has an event any more, as the owner of the tables.
-- Only an owner who is not held to row-level security sees those of all, so that is lifted from an empty-looking partition
-- while nobody else can read it. Whoever is in its way is not waited for: it is tried again later.
create function drop_empty_event_months(before timestamptz) returns int
language plpgsql security definer set search_path from current as $$
declare
  month   record;
  empty   boolean;
  dropped int := 0;
begin
  perform set_config('lock_timeout', '200ms', true);
  for month in
    select c.oid::regclass as name
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'event'::regclass and c.relname ~ '^event_[0-9]{4}_[0-9]{2}$'
      and to_date(substr(c.relname, 7), 'YYYY_MM') + interval '1 month' <= before at time zone 'UTC'
      and pg_stat_get_live_tuples(c.oid) = 0
  loop
    begin
      execute format('lock table %s in access exclusive mode', month.name);
      execute format('alter table %s no force row level security', month.name);
      execute format('select not exists (select from %s)', month.name) into empty;
      if empty then
        execute format('drop table %s', month.name);
        dropped := dropped + 1;
      else
        execute format('alter table %s force row level security', month.name);
      end if;
    exception
      when lock_not_available then null;
    end;
  end loop;
  return dropped;
end
$$;
