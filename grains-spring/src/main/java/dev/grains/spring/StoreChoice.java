package dev.grains.spring;

/**
 * Where grains are kept, as a property says it.
 *
 * @since 0.1
 */
public enum StoreChoice {
  /** In the store of the application context, that of grains-jdbc for example; else replicated. */
  AUTO,
  /** In the activation alone. */
  NONE,
  /** In the memory of the cluster. */
  REPLICATED,
  /** In the database of the application, by grains-jdbc. */
  JDBC
}
