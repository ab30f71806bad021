package dev.grains.benchmarks.axon5;

import java.sql.Types;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.BinaryJdbcType;

/** Keeps payloads in their rows: by default PostgreSQL would keep each in a large object. */
public final class ByteaDialect extends PostgreSQLDialect {

  /** Used by Hibernate. */
  public ByteaDialect() {}

  @Override
  protected String columnType(int type) {
    return type == SqlTypes.BLOB ? "bytea" : super.columnType(type);
  }

  @Override
  protected String castType(int type) {
    return type == SqlTypes.BLOB ? "bytea" : super.castType(type);
  }

  @Override
  public void contributeTypes(TypeContributions contributions, ServiceRegistry services) {
    super.contributeTypes(contributions, services);
    contributions
        .getTypeConfiguration()
        .getJdbcTypeRegistry()
        .addDescriptor(Types.BLOB, BinaryJdbcType.INSTANCE);
  }
}
