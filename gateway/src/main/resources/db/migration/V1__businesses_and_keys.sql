-- An owner of several businesses. Belongs to no single business and is seen by administration only.
create table organisation (
  id         text primary key,
  name       text not null,
  created_at timestamptz not null
);

-- Which businesses there are: ids alone, so that administration can list them and then read each inside its own isolation.
create table business_registry (
  business_id text primary key,
  created_at  timestamptz not null
);
create index business_registry_by_age on business_registry (created_at, business_id);

create table business (
  business_id     text primary key references business_registry (business_id),
  organisation_id text references organisation (id),
  name            text not null,
  time_zone       text not null,
  currency        text not null,
  settings        text not null,
  version         integer not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);
select isolate_by_business('business');

create table api_key (
  business_id text not null references business (business_id),
  id          text not null,
  hash        text not null,
  kind        text not null check (kind in ('secret', 'publishable')),
  name        text,
  scopes      text not null,
  hint        text not null,
  created_at  timestamptz not null,
  created_by  text not null,
  primary key (business_id, id),
  unique (business_id, hash)
);
select isolate_by_business('api_key');

-- Which service has yet to be told of a business's settings: references alone, claimed by workers across businesses.
create table settings_delivery (
  business_id text not null references business_registry (business_id),
  part        text not null,
  version     integer not null,
  attempts    integer not null,
  due_at      timestamptz not null,
  primary key (business_id, part)
);
create index settings_delivery_due on settings_delivery (due_at);
