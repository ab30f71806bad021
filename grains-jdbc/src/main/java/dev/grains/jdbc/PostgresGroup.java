package dev.grains.jdbc;

import dev.grains.spi.KeyedReply;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Binds a group to the parameters of its statement, in the order of {@link PostgresGroupSql}. */
final class PostgresGroup {

  private record EventRow(int position, PreparedEvent event) {}

  private record KeyRow(int position, PreparedCommit commit, KeyedReply reply) {}

  private final PostgresParts parts;
  private final PostgresArrays arrays;

  private PostgresGroup(PostgresParts parts, PostgresArrays arrays) {
    this.parts = parts;
    this.arrays = arrays;
  }

  /** Writes a group and returns what was left out because it conflicts. */
  static Set<PreparedCommit> write(
      Connection connection, List<PreparedCommit> group, boolean careful, PlanRenewal plans)
      throws SQLException {
    PostgresParts parts = PostgresParts.of(group);
    String sql = plans.planned(PostgresGroupSql.of(parts.shape(careful)));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      new PostgresGroup(parts, new PostgresArrays(connection, statement)).bind();
      Set<PreparedCommit> leftOut = Collections.newSetFromMap(new IdentityHashMap<>());
      try (ResultSet positions = statement.executeQuery()) {
        while (positions.next()) {
          leftOut.add(parts.at(positions.getInt(1)));
        }
      }
      plans.written(parts);
      return leftOut;
    }
  }

  private void bind() throws SQLException {
    if (!parts.keyed().isEmpty()) {
      bindKeys();
    }
    if (!parts.eventCommits().isEmpty()) {
      bindEventCommits();
      bindEvents();
    }
    if (!parts.documents().isEmpty()) {
      bindDocuments();
    }
    if (!parts.snapshots().isEmpty()) {
      bindSnapshots();
    }
    if (!parts.deletions().isEmpty()) {
      arrays.integers(parts.deletions(), position -> position);
    }
  }

  private void bindKeys() throws SQLException {
    List<KeyRow> rows = new ArrayList<>();
    for (int position : parts.keyed()) {
      PreparedCommit commit = parts.at(position);
      commit.replies().forEach(reply -> rows.add(new KeyRow(position, commit, reply)));
    }
    arrays.integers(rows, KeyRow::position);
    arrays.texts(rows, row -> row.commit().id().type());
    arrays.texts(rows, row -> row.commit().id().key());
    arrays.texts(rows, row -> row.reply().key());
    arrays.bytes(rows, row -> row.reply().reply());
    arrays.longs(rows, row -> row.commit().micros());
    arrays.longs(rows, row -> Micros.ceiling(row.reply().expiresAt()));
  }

  private void bindEventCommits() throws SQLException {
    List<Integer> commits = parts.eventCommits();
    arrays.integers(commits, position -> position);
    arrays.texts(commits, position -> parts.at(position).id().type());
    arrays.texts(commits, position -> parts.at(position).id().key());
    arrays.longs(commits, position -> parts.at(position).expectedVersion());
    arrays.longs(commits, position -> parts.at(position).micros());
  }

  private void bindEvents() throws SQLException {
    List<EventRow> rows = new ArrayList<>();
    for (int position : parts.eventCommits()) {
      parts.at(position).events().forEach(event -> rows.add(new EventRow(position, event)));
    }
    arrays.integers(rows, EventRow::position);
    arrays.longs(rows, row -> row.event().version());
    arrays.texts(rows, row -> row.event().eventType());
    arrays.integers(rows, row -> row.event().format());
    arrays.texts(rows, row -> row.event().payload());
    arrays.texts(rows, row -> row.event().metadata());
  }

  private void bindDocuments() throws SQLException {
    List<Integer> commits = parts.documents();
    arrays.integers(commits, position -> position);
    arrays.texts(commits, position -> parts.at(position).id().type());
    arrays.texts(commits, position -> parts.at(position).id().key());
    arrays.longs(commits, position -> parts.at(position).expectedVersion());
    arrays.longs(commits, position -> parts.at(position).commit().newVersion());
    arrays.longs(commits, position -> parts.at(position).micros());
    arrays.texts(commits, position -> document(position).state());
    arrays.texts(commits, position -> document(position).receipts());
  }

  private PreparedDocument document(int position) {
    return Objects.requireNonNull(parts.at(position).document());
  }

  private void bindSnapshots() throws SQLException {
    List<Integer> commits = parts.snapshots();
    arrays.integers(commits, position -> position);
    arrays.longs(commits, position -> parts.at(position).commit().newVersion());
    arrays.integers(commits, position -> snapshot(position).format());
    arrays.texts(commits, position -> snapshot(position).state());
    arrays.texts(commits, position -> snapshot(position).receipts());
  }

  private PreparedSnapshot snapshot(int position) {
    return Objects.requireNonNull(parts.at(position).snapshot());
  }
}
