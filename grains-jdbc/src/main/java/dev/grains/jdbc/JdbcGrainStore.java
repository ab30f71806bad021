package dev.grains.jdbc;

import dev.grains.GrainDefinitionException;
import dev.grains.GrainId;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.CommitResult.Rejected;
import dev.grains.spi.EventFold;
import dev.grains.spi.GrainJackson;
import dev.grains.spi.GrainStore;
import dev.grains.spi.GrainType;
import dev.grains.spi.GrainType.Kind;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.ReplyLookup;
import dev.grains.spi.StoreUnavailableException;
import dev.grains.spi.StoredEvent;
import dev.grains.spi.StoredGrain;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps grains in PostgreSQL or H2.
 *
 * <p>Thread-safe. Every method blocks. A commit is durable before {@link #commit} returns, as far
 * as the database is set up to be. The data source should have a connection for each committer and
 * for each load that may run at a time, and one to spare.
 *
 * <p>Deadlocks, serialization failures, a pool that has no connection to give and a server that has
 * become read-only are tried again for {@link JdbcGrainStoreOptions#retryFor()}; other outages are
 * reported at once, for the runtime to try again.
 *
 * @since 0.1
 */
public final class JdbcGrainStore implements GrainStore {

  private final JdbcGrainStoreOptions options;
  private final Connections connections;
  private final TypeCodecs codecs;
  private final CommitPreparation preparation;
  private final GroupWriter writer;
  private final GrainLoader loader;
  private final ReplyReader replies;
  private final Purging purging;

  private JdbcGrainStore(
      JdbcGrainStoreOptions options, Connections connections, Dialect dialect, JsonMapper mapper) {
    JsonText json = new JsonText(mapper);
    this.options = options;
    this.connections = connections;
    codecs = new TypeCodecs(mapper, json, options.upcasters());
    preparation = new CommitPreparation(json, options.commitBytes());
    writer = new GroupWriter(connections, dialect, options.retryFor());
    loader = new GrainLoader(new GrainReader(connections, dialect), json, options.clock());
    replies = new ReplyReader(connections, dialect);
    purging = new Purging(connections, new Purge(dialect, json), options);
  }

  /**
   * Creates a store with the default options: it creates its tables if they are not there.
   *
   * @param dataSource gives connections to PostgreSQL or H2; it stays open when the store is closed
   * @return the store
   * @throws GrainDefinitionException if the database is another one, or its tables are of another
   *     version
   * @throws StoreUnavailableException if the database cannot be reached
   */
  public static JdbcGrainStore create(DataSource dataSource) {
    return create(dataSource, JdbcGrainStoreOptions.defaults());
  }

  /**
   * Creates a store.
   *
   * @param dataSource gives connections to PostgreSQL or H2; it stays open when the store is closed
   * @param options the settings
   * @return the store
   * @throws GrainDefinitionException if the database is another one, or its tables are not what the
   *     options demand
   * @throws StoreUnavailableException if the database cannot be reached
   */
  public static JdbcGrainStore create(DataSource dataSource, JdbcGrainStoreOptions options) {
    Objects.requireNonNull(dataSource, "dataSource");
    JsonMapper mapper = GrainJackson.configure(JsonMapper.builder()).build();
    Connections connections = new Connections(dataSource, options.networkTimeout());
    Dialect dialect;
    try {
      dialect = prepare(connections, options.schema(), new JsonText(mapper));
    } catch (SQLException e) {
      throw new StoreUnavailableException(
          "the database of the grain store cannot be prepared: " + e.getMessage(), e);
    }
    return new JdbcGrainStore(options, connections, dialect, mapper);
  }

  private static Dialect prepare(Connections connections, SchemaMode schema, JsonText json)
      throws SQLException {
    Connection connection = connections.open();
    try {
      connection.setAutoCommit(true);
      Dialect dialect = Databases.dialect(connection, json);
      dialect.checkDurability(connection);
      new Schema(connection, dialect).prepare(schema);
      return dialect;
    } finally {
      Connections.close(connection);
    }
  }

  @Override
  public void register(GrainType type) {
    codecs.of(type);
  }

  @Override
  public StoredGrain load(GrainType type, GrainId id, EventFold fold) {
    TypeCodec codec = codecs.of(type);
    return type.kind() == Kind.EVENT_SOURCED
        ? loader.loadEvents(codec, id, fold)
        : loader.loadDocument(codec, id);
  }

  @Override
  public List<CommitResult> commit(List<Commit> commits) {
    CommitResult[] results = new CommitResult[commits.size()];
    CommitGroups groups = new CommitGroups(options.groupBytes());
    for (int i = 0; i < results.length; i++) {
      Commit commit = commits.get(i);
      try {
        groups.add(preparation.prepare(i, commit, codecs.of(commit.type())));
      } catch (UnstorableException e) {
        results[i] = new Rejected(e);
      }
    }
    groups.all().forEach(group -> writer.write(group, results));
    purging.whenDue();
    return Arrays.asList(results);
  }

  @Override
  public List<List<KeyedReply>> replies(List<ReplyLookup> lookups) {
    return replies.read(lookups, options.clock().instant());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Events whose type asks for their deletion are gone once a snapshot has been taken. An event
   * that upcasters have split is shown as several at the same version. Events are read in pages,
   * and the reader runs on this thread without a connection.
   *
   * @throws dev.grains.spi.StoredDataException if an event cannot be understood
   */
  @Override
  public void history(GrainType type, GrainId id, long afterVersion, Consumer<StoredEvent> reader) {
    if (type.kind() != Kind.EVENT_SOURCED) {
      throw new UnsupportedOperationException(
          "grain " + id + " is a document, which keeps no events");
    }
    loader.readHistory(codecs.of(type), id, afterVersion, reader);
  }

  /**
   * Removes expired idempotency keys, and expired receipts of documents and snapshots. The store
   * does the same by itself while it commits, every {@link JdbcGrainStoreOptions#purgeEvery()}.
   *
   * @param now what expires by then is removed
   * @param rows how many keys are deleted at most, and how many documents and snapshots are looked
   *     at; the next call goes on behind them
   * @return how many rows were deleted or changed
   * @throws StoreUnavailableException if the database cannot be reached
   */
  public int purge(Instant now, int rows) {
    try {
      return purging.step(now, rows);
    } catch (SQLException e) {
      throw new StoreUnavailableException(
          "expired keys and receipts could not be purged: " + e.getMessage(), e);
    }
  }

  @Override
  public void ping() {
    connections.read(
        "the database", connection -> Query.list(connection, "select 1", row -> row.getInt(1)));
  }

  /** Waits for a purge that is under way; the data source stays open. */
  @Override
  public void close() {
    purging.close();
  }
}
