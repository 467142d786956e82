-- Files of feedback, as metrics-service keeps its own files of facts. A file is kept in pieces until all of its rows were read.
create table data_import (
  business_id text collate "C" not null,
  id text collate "C" not null,
  kind text not null check (kind in ('feedback')),
  format text not null check (format in ('csv', 'jsonl')),
  file_name text,
  mapping jsonb,
  state text not null
    check (state in ('receiving', 'waiting', 'running', 'done', 'failed', 'removing', 'removed')),
  failure text,
  columns text[],
  bytes bigint not null default 0,
  rows bigint not null default 0,
  accepted bigint not null default 0,
  duplicates bigint not null default 0,
  rejected bigint not null default 0,
  first_at timestamptz,
  last_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  finished_at timestamptz,
  primary key (business_id, id)
);
create index data_import_by_time on data_import (business_id, created_at, id);
create table import_chunk (
  business_id text collate "C" not null,
  import_id text collate "C" not null,
  number int not null,
  content bytea not null,
  primary key (business_id, import_id, number)
);
alter table import_chunk alter column content set storage external;
create table import_rejection (
  business_id text collate "C" not null,
  import_id text collate "C" not null,
  row bigint not null,
  errors jsonb not null,
  cells text[] not null,
  primary key (business_id, import_id, row)
);
select isolate_by_business('data_import');
select isolate_by_business('import_chunk');
select isolate_by_business('import_rejection');

-- Imports that wait to be worked on; references alone. Whoever works on one holds it until the lease ends.
create table import_task (
  business_id text collate "C" not null,
  import_id text collate "C" not null,
  leased_until timestamptz,
  primary key (business_id, import_id)
);

-- What an import brought is found by it when it is taken back.
create index feedback_imported on feedback (business_id, recorded_by) where recorded_by like 'import:%';
create index feedback_history_imported on feedback_history (business_id, recorded_by) where recorded_by like 'import:%';
