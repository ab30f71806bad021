package dev.grains.spring;

/**
 * How a member finds the others, as a property says it.
 *
 * @since 0.1
 */
public enum Discovery {
  /** By the addresses of {@code grains.cluster.members}; alone if there are none. */
  MEMBERS,
  /** By the API or the DNS of Kubernetes. */
  KUBERNETES,
  /** By the API of AWS. */
  AWS,
  /** By the API of Azure. */
  AZURE,
  /** By the API of Google Cloud. */
  GCP,
  /** By a Eureka server. */
  EUREKA
}
