package dev.grains.jdbc;

import dev.grains.jdbc.PostgresParts.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/*
 * One statement writes a whole group, so that a group costs one round trip and is a transaction by
 * itself. It has parts only for what the group contains. Its result are the positions of the commits
 * that were left out because they conflict; their neighbours are written.
 *
 * Left out are: commits whose predecessor is not there (or, for a first commit, that have a snapshot
 * already: older events may have been deleted); documents at another version; commits with a live
 * idempotency key that is there already; and, when careful, commits whose first event is there.
 * Otherwise the primary key of grain_event fails the statement as a whole. A key that another
 * transaction is adding at this moment needs no attention: its commit moves the grain to another
 * version, so that ours fails over that.
 *
 * A snapshot collects receipts from as many events as lie between two snapshots. Most of them name
 * only callers that have a newer one in this commit, and are passed over before anything is unfolded.
 *
 * All parts see the database as it was before the statement. Correlated scalar subqueries are meant:
 * they stay index lookups whatever the planner believes about table sizes. Rows are changed and
 * deleted at the place where such a subquery has found them, since a join by their key can be planned
 * the other way round; a document that has changed meanwhile has another version, too. A limit that
 * the planner does not know, as good as none, has it count on few rows: it then takes the index in
 * order, which passes over rows that are dead for long, and then places instead of the whole table.
 *
 * Arrays stand in subqueries so that the planner does not see how short they are: a plan for one
 * commit then looks no better than the general one, and is not made anew each time, which took as
 * long as all the rest.
 */
final class PostgresGroupSql {

  private static final String KEYS =
      """
      k as materialized (
        select k.n, k.type, k.key, k.idempotency_key, k.reply,
          timestamptz 'epoch' + k.created * interval '1 microsecond' as created_at,
          timestamptz 'epoch' + k.expires * interval '1 microsecond' as expires_at
        from unnest((select ?::int4[]), (select ?::text[]), (select ?::text[]), (select ?::text[]),
            (select ?::bytea[]), (select ?::int8[]), (select ?::int8[]))
          as k(n, type, key, idempotency_key, reply, created, expires)),
      taken as materialized (
        select k.n from k
        where (select x.expires_at from grain_idempotency x
          where x.type = k.type and x.key = k.key
            and x.idempotency_key = k.idempotency_key) > k.created_at)""";

  private static final String EVENT_COMMITS =
      """
      c as materialized (
        select c.n, c.type, c.key, c.micros,
          timestamptz 'epoch' + c.micros * interval '1 microsecond' as at,
          case when c.expected = 0
            then (select true from grain_snapshot s
              where s.type = c.type and s.key = c.key) is null
            else coalesce((select true from grain_event p
              where p.type = c.type and p.key = c.key and p.version = c.expected), false)
          end%s%s as ok
        from unnest((select ?::int4[]), (select ?::text[]), (select ?::text[]), (select ?::int8[]),
            (select ?::int8[]))
          as c(n, type, key, expected, micros))""";

  private static final String NOT_THERE_YET =
      """

          and (select true from grain_event p
            where p.type = c.type and p.key = c.key and p.version = c.expected + 1) is null""";

  private static final String NOT_TAKEN =
      " and not (%s.n = any (array(select taken.n from taken)))";

  private static final String EVENTS =
      """
      e as (
        insert into grain_event
          (version, recorded_at, format, type, key, event_type, payload, metadata)
        select e.version, c.at, e.format, c.type, c.key, e.event_type,
          e.payload::jsonb, e.metadata::jsonb
        from unnest((select ?::int4[]), (select ?::int8[]), (select ?::text[]), (select ?::int4[]),
            (select ?::text[]), (select ?::text[]))
          as e(n, version, event_type, format, payload, metadata)
        join c on c.n = e.n
        where c.ok)""";

  private static final String DOCUMENTS =
      """
      d as materialized (
        select d.n, d.type, d.key, d.expected, d.version, d.micros, d.state, d.receipts,
          timestamptz 'epoch' + d.micros * interval '1 microsecond' as at, true%s as ok,
          case when d.expected > 0
            then (select s.ctid from grain_state s
              where s.type = d.type and s.key = d.key and s.version = d.expected)
          end as place
        from unnest((select ?::int4[]), (select ?::text[]), (select ?::text[]), (select ?::int8[]),
            (select ?::int8[]), (select ?::int8[]), (select ?::text[]), (select ?::text[]))
          as d(n, type, key, expected, version, micros, state, receipts)),
      u as (
        update grain_state s
        set version = d.version, changed_at = d.at, state = d.state::jsonb,
          receipts = (
            select coalesce(jsonb_object_agg(r.key, r.value), '{}')
            from jsonb_each(s.receipts || d.receipts::jsonb) r
            where (r.value->>1)::int8 > d.micros)
        from d
        where d.ok and d.expected > 0 and s.ctid = d.place and s.version = d.expected
        returning d.n),
      i as (
        insert into grain_state (version, changed_at, type, key, state, receipts)
        select d.version, d.at, d.type, d.key, d.state::jsonb, d.receipts::jsonb
        from d
        where d.ok and d.expected = 0
        on conflict (type, key) do nothing
        returning type, key),
      w as (
        select u.n from u
        union all
        select d.n from i join d on d.type = i.type and d.key = i.key)""";

  private static final String ADD_KEYS =
      """
      ki as (
        insert into grain_idempotency as x
          (created_at, expires_at, type, key, idempotency_key, reply)
        select k.created_at, k.expires_at, k.type, k.key, k.idempotency_key, k.reply
        from k
        where k.n in (%s)
        on conflict (type, key, idempotency_key) do update
        set created_at = excluded.created_at, expires_at = excluded.expires_at,
          reply = excluded.reply
        where x.expires_at <= excluded.created_at)""";

  private static final String SNAPSHOTS =
      """
      si as (
        insert into grain_snapshot as s (version, taken_at, format, type, key, state, receipts)
        select p.version, c.at, p.format, c.type, c.key, p.state::jsonb, (
          select coalesce(jsonb_object_agg(r.caller, r.receipt order by r.version), '{}')
          from (
            select o.key as caller, o.value as receipt, 0::int8 as version
            from grain_snapshot b, jsonb_each(b.receipts) o
            where b.type = c.type and b.key = c.key
            union all
            select o.key, o.value, g.version
            from grain_event g, jsonb_each(g.metadata->'receipts') o
            where g.type = c.type and g.key = c.key and g.version > coalesce((
              select b.version from grain_snapshot b where b.type = c.type and b.key = c.key), 0)
              and (g.metadata->'receipts') - array(
                select jsonb_object_keys(p.receipts::jsonb)) <> '{}'
            union all
            select o.key, o.value, p.version
            from jsonb_each(p.receipts::jsonb) o) r
          where (r.receipt->>1)::int8 > c.micros)
        from unnest((select ?::int4[]), (select ?::int8[]), (select ?::int4[]), (select ?::text[]),
            (select ?::text[]))
          as p(n, version, format, state, receipts)
        join c on c.n = p.n
        where c.ok
        on conflict (type, key) do update
        set version = excluded.version, taken_at = excluded.taken_at, format = excluded.format,
          state = excluded.state, receipts = excluded.receipts
        where s.version < excluded.version)""";

  private static final String DELETIONS =
      """
      o as materialized (
        select unnest((
          select array_agg(e.ctid)
          from (
            select e.ctid from grain_event e
            where e.type = c.type and e.key = c.key
            order by e.version
            limit (select 2147483647)) e)) as place
        from c
        where c.ok and c.n = any (?::int4[])
        limit (select 2147483647)),
      g as (
        delete from grain_event g
        using o
        where g.ctid = o.place)""";

  private static final Map<Shape, String> TEXTS = new ConcurrentHashMap<>();

  private PostgresGroupSql() {}

  static String of(Shape shape) {
    return TEXTS.computeIfAbsent(shape, PostgresGroupSql::write);
  }

  private static String write(Shape shape) {
    List<String> parts = new ArrayList<>();
    List<String> written = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    if (shape.keys()) {
      parts.add(KEYS);
    }
    if (shape.events()) {
      parts.add(
          EVENT_COMMITS.formatted(
              shape.careful() ? NOT_THERE_YET : "", shape.keys() ? NOT_TAKEN.formatted("c") : ""));
      parts.add(EVENTS);
      written.add("select c.n from c where c.ok");
      leftOut.add("select c.n from c where not c.ok");
    }
    if (shape.documents()) {
      parts.add(DOCUMENTS.formatted(shape.keys() ? NOT_TAKEN.formatted("d") : ""));
      written.add("select w.n from w");
      leftOut.add("select d.n from d where d.n not in (select w.n from w)");
    }
    if (shape.keys()) {
      parts.add(ADD_KEYS.formatted(String.join(" union all ", written)));
    }
    if (shape.snapshots()) {
      parts.add(SNAPSHOTS);
    }
    if (shape.deletions()) {
      parts.add(DELETIONS);
    }
    return "with " + String.join(",\n", parts) + "\n" + String.join("\nunion all\n", leftOut);
  }
}
