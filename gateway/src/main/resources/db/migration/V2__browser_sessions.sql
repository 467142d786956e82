-- What lets a browser in: a link that opens a session once, and the session. Hashes alone; they end with the key that made them.
create table browser_pass (
  business_id text not null references business (business_id),
  hash        text not null,
  kind        text not null check (kind in ('link', 'session')),
  key_id      text not null,
  scopes      text not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  primary key (business_id, hash),
  foreign key (business_id, key_id) references api_key (business_id, id) on delete cascade
);
create index browser_pass_by_key on browser_pass (business_id, key_id);
select isolate_by_business('browser_pass');
