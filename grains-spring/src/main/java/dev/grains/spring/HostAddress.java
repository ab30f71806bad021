package dev.grains.spring;

import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes of what the property says the address that Hazelcast looks for on this host. */
final class HostAddress {

  static final String PROPERTY = "cluster.host";

  private static final Pattern ADDRESS = Pattern.compile("[\\d.*-]+|.*:.*"); // 10.0.*.*, fe80::1

  private HostAddress() {}

  static String of(String host) {
    return ADDRESS.matcher(host).matches() ? host : addressOf(host);
  }

  private static String addressOf(String name) {
    try {
      return InetAddress.getByName(name).getHostAddress();
    } catch (UnknownHostException unknown) {
      throw InvalidProperty.of(PROPERTY, name, "No host has this name.");
    }
  }

  static String ofThisHost() {
    try {
      return InetAddress.getLocalHost().getHostAddress();
    } catch (UnknownHostException unknown) {
      throw InvalidProperty.of(
          PROPERTY, null, "The address of this host is not known: " + unknown.getMessage() + ".");
    }
  }

  /** Says what a failure to start a member means for the properties, if it comes from them. */
  static RuntimeException explain(
      RuntimeException failure, @Nullable String host, @Nullable Integer port) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return InvalidProperty.of(
            "cluster.port",
            port,
            "Hazelcast cannot listen there, "
                + cause.getMessage()
                + ". Another process may use it.");
      }
      if (String.valueOf(cause.getMessage()).contains("No matching network interface")) {
        return InvalidProperty.of(
            PROPERTY, host, "This host has no network interface with such an address.");
      }
    }
    return failure;
  }
}
