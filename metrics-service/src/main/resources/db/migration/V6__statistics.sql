-- Has the planner count the tables that derivation reads, and the partitions of these months, as their owner: those of a table
-- that grows fast are old, and a plan made for ten rows is ruinous for a million.
create function count_what_derivation_reads(months timestamptz[]) returns void
language plpgsql security definer set search_path from current as $$
declare
  partition regclass;
begin
  analyze visit, visitor, web_rollup, web_goal, web_visitors, identity_link, customer_alias;
  for partition in
    select distinct to_regclass('event_' || to_char(month at time zone 'UTC', 'YYYY_MM')) from unnest(months) month
  loop
    if partition is not null then
      execute format('analyze %s', partition);
    end if;
  end loop;
end
$$;
