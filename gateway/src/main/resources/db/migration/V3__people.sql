-- People who sign in. Each belongs to one business or one organisation, here its owner: the same address elsewhere is another
-- person with another password, so that nobody who lets people in here can open a door there.
create function isolate_by_owner(target regclass) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy owner_isolation on %s'
    || ' using (owner_id = any (string_to_array(nullif(current_setting(''app.business'', true), ''''), '','')))'
    || ' with check (owner_id = any (string_to_array(nullif(current_setting(''app.business'', true), ''''), '','')))',
    target);
end
$$;

create table person (
  owner_id      text not null check (owner_id ~ '^[bo]_[a-z2-7]{16}$'),
  id            text not null,
  email         text not null,
  name          text,
  role          text not null check (role in ('owner', 'reader')),
  password_hash text,
  created_at    timestamptz not null,
  created_by    text not null,
  signed_in_at  timestamptz,
  primary key (owner_id, id),
  unique (owner_id, email)
);
select isolate_by_owner('person');

-- What a person holds: a link that lets them choose a password once, and sessions. Hashes alone; they end with the person.
create table person_pass (
  owner_id   text not null,
  hash       text not null,
  kind       text not null check (kind in ('invitation', 'person')),
  person_id  text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (owner_id, hash),
  foreign key (owner_id, person_id) references person (owner_id, id) on delete cascade
);
create index person_pass_by_person on person_pass (owner_id, person_id);
select isolate_by_owner('person_pass');

-- Where an address has a password, to find it before anything is known of who asks: references alone.
create table person_address (
  email_hash text not null,
  owner_id   text not null,
  primary key (email_hash, owner_id)
);

-- Failed sign-ins, by the hash of what failed: an e-mail address, known or not, or a network address. Nothing of a business.
create table sign_in_failure (
  subject_hash text primary key,
  failures     integer not null,
  since        timestamptz not null
);
create index sign_in_failure_by_age on sign_in_failure (since);

-- Whose business it is, so that an organisation's people are shown theirs: ids alone, as before.
alter table business_registry add column organisation_id text references organisation (id);
create index business_registry_by_organisation on business_registry (organisation_id, business_id);
select set_config('app.business', coalesce(string_agg(business_id, ','), ''), true) from business_registry;
update business_registry r set organisation_id = b.organisation_id
  from business b where b.business_id = r.business_id and b.organisation_id is not null;

-- Whoever could give keys can let people in.
update api_key set scopes = scopes || ' people:write' where kind = 'secret' and ' ' || scopes || ' ' like '% keys:write %';
select set_config('app.business', '', true);
