-- Grains, schema version 1, for PostgreSQL 13 and newer.
-- Run it as a whole, in the schema that the members' connections see first.
-- Columns of fixed size come first, which saves their padding.

create table grain_event (
  version     bigint not null,
  recorded_at timestamptz not null,
  format      integer not null,
  type        text collate "C" not null,
  key         text collate "C" not null,
  event_type  text not null,
  payload     jsonb not null,
  metadata    jsonb not null,
  primary key (type, key, version)
);

-- However many events a grain has: to the planner it is one of many, to be found by the primary key.
alter table grain_event alter column key set (n_distinct = -0.01);

create table grain_snapshot (
  version  bigint not null,
  taken_at timestamptz not null,
  format   integer not null,
  type     text collate "C" not null,
  key      text collate "C" not null,
  state    jsonb not null,
  receipts jsonb not null,
  primary key (type, key)
) with (fillfactor = 80);

create table grain_state (
  version    bigint not null,
  changed_at timestamptz not null,
  type       text collate "C" not null,
  key        text collate "C" not null,
  state      jsonb,
  receipts   jsonb not null,
  primary key (type, key)
) with (fillfactor = 80);

create table grain_idempotency (
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  type            text collate "C" not null,
  key             text collate "C" not null,
  idempotency_key text collate "C" not null,
  reply           bytea not null,
  primary key (type, key, idempotency_key)
);

create index grain_idempotency_expires_at on grain_idempotency (expires_at);

create table grain_schema (
  version      integer primary key,
  installed_at timestamptz not null default now()
);

insert into grain_schema (version) values (1);
