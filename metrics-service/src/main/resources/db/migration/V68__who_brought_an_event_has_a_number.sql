-- Who brought an event, and who vouches for it, are the same for most events of a business: an event has a number for both. Those
-- that are there keep the words, since writing a large table anew would stop everything for minutes.
create table provenance (
  business_id text not null,
  number      int generated always as identity,
  recorded_by text not null,
  origin      text not null check (origin in ('server', 'browser')),
  primary key (business_id, number),
  unique (business_id, recorded_by, origin)
);
select isolate_by_business('provenance');

alter table event add column provenance int, alter column recorded_by drop not null, alter column origin drop not null;
do $$
declare
  definition text := pg_get_viewdef('event_of_customer');
  part text;
begin
  foreach part in array array['recorded_by', 'origin'] loop
    definition := regexp_replace(definition, '(e\.)?\m' || part || '\M', 'coalesce(e.' || part || ', (select p.' || part
      || ' from provenance p where p.business_id = e.business_id and p.number = e.provenance)) as ' || part);
  end loop;
  execute 'create or replace view event_of_customer with (security_invoker = true) as ' || definition;
end $$;
