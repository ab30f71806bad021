-- Grains, schema version 1, for H2 2.x.
-- Can be run twice, because H2 has no transactions around create table.

create table if not exists grain_event (
  type        varchar(200) not null,
  "key"       varchar(512) not null,
  version     bigint not null,
  event_type  varchar(200) not null,
  format      integer not null,
  payload     varchar not null,
  metadata    varchar not null,
  recorded_at timestamp(6) with time zone not null,
  primary key (type, "key", version)
);

create table if not exists grain_snapshot (
  type     varchar(200) not null,
  "key"    varchar(512) not null,
  version  bigint not null,
  format   integer not null,
  state    varchar not null,
  receipts varchar not null,
  taken_at timestamp(6) with time zone not null,
  primary key (type, "key")
);

create table if not exists grain_state (
  type       varchar(200) not null,
  "key"      varchar(512) not null,
  version    bigint not null,
  state      varchar,
  receipts   varchar not null,
  changed_at timestamp(6) with time zone not null,
  primary key (type, "key")
);

create table if not exists grain_idempotency (
  type            varchar(200) not null,
  "key"           varchar(512) not null,
  idempotency_key varchar(200) not null,
  reply           varbinary not null,
  created_at      timestamp(6) with time zone not null,
  expires_at      timestamp(6) with time zone not null,
  primary key (type, "key", idempotency_key)
);

create index if not exists grain_idempotency_expires_at on grain_idempotency (expires_at);

create table if not exists grain_schema (
  version      integer primary key,
  installed_at timestamp(6) with time zone default current_timestamp not null
);

merge into grain_schema (version) key (version) values (1);
