-- Businesses that have begun to have personal data masked, and how far what they stored before is masked too: worked through
-- across businesses, and so exempt from row-level security like the queues; references only.
create table mask_task (
  business_id text collate "C" not null primary key,
  part text not null default 'feedback' check (part in ('feedback', 'feedback_history', 'webhook_delivery')),
  after_first text collate "C" not null default '',
  after_second text collate "C" not null default '',
  after_revision integer not null default 0,
  leased_until timestamptz
);

create function mask_what_was_stored() returns trigger language plpgsql as $$
begin
  insert into mask_task (business_id) values (new.business_id)
  on conflict (business_id) do update set part = 'feedback', after_first = '', after_second = '', after_revision = 0,
    leased_until = null;
  return null;
end
$$;
create trigger business_begins_to_mask after update of mask_personal_data on business_settings
  for each row when (new.mask_personal_data and not old.mask_personal_data) execute function mask_what_was_stored();
