package dev.grains.jdbc;

/**
 * What the store does about its tables when it is created.
 *
 * @since 0.1
 */
public enum SchemaMode {
  /**
   * Creates the tables, or brings them to the version of this library; several members may do so at
   * once.
   */
  CREATE,
  /** Refuses to start unless the tables have the version of this library. */
  CHECK,
  /** Does not look: somebody else sees to the tables, with the scripts that are in the jar. */
  NONE
}
