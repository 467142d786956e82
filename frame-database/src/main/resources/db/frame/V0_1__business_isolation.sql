-- Every table that holds a business's rows calls this once. Forced, so that even the table's owner sees only the rows of
-- the businesses named in the transaction; no name, no row.
create function isolate_by_business(target regclass) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy business_isolation on %s'
    || ' using (business_id = any (string_to_array(nullif(current_setting(''app.business'', true), ''''), '','')))'
    || ' with check (business_id = any (string_to_array(nullif(current_setting(''app.business'', true), ''''), '','')))',
    target);
end
$$;
