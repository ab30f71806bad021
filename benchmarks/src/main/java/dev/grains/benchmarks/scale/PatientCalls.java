package dev.grains.benchmarks.scale;

import com.zaxxer.hikari.HikariDataSource;
import dev.grains.benchmarks.compare.Done;
import dev.grains.benchmarks.compare.Running;
import dev.grains.benchmarks.compare.Work;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;

/**
 * Touches patients, first in order and then scattered; a thousand more are there to warm up on.
 * Confined to one thread.
 */
final class PatientCalls implements Running {

  // shares no factor with the powers of ten that are asked for
  private static final long STRIDE = 611_953;

  static final int WARM = 1_000;

  private final ScaleMember member;
  private final int patients;
  private long stride = 1;

  PatientCalls(ScaleMember member, int patients) {
    this.member = member;
    this.patients = patients;
  }

  void scatter() {
    stride = STRIDE;
  }

  @Override
  public void send(Work work, int key, Done done) {
    done.on(patient(key).observe(key));
  }

  @Override
  public long call(Work work, int key) throws ExecutionException, InterruptedException {
    return work == Work.READ
        ? patient(key).observations()
        : patient(key).observe(key).toCompletableFuture().get();
  }

  @Override
  public long total() throws SQLException {
    HikariDataSource pool = member.pool();
    if (pool == null) {
      long total = 0;
      for (int key = 0; key < patients + WARM; key++) {
        total += patient(key).observations();
      }
      return total;
    }
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from grain_event")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    member.close();
  }

  private Patient patient(int key) {
    String name = key < patients ? "patient-" + key * stride % patients : "warm-" + key;
    return member.grains().get(Patient.class, name);
  }
}
