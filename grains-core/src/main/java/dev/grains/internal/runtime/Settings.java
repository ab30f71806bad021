package dev.grains.internal.runtime;

import com.hazelcast.core.HazelcastInstance;
import dev.grains.ClusterOptions;
import dev.grains.Limits;
import dev.grains.Storage;
import dev.grains.Threads;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.definition.GrainDefinition;
import dev.grains.spi.CallInterceptor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a builder has collected. Confined to the thread of the builder, then read only. */
final class Settings {

  final Codecs codecs = new Codecs();
  final Map<String, GrainDefinition> hosted = new LinkedHashMap<>();
  final List<CallInterceptor> interceptors = new ArrayList<>();
  @Nullable HazelcastInstance hazelcast;
  @Nullable ClusterOptions cluster;
  Storage storage = Storage.replicated();
  InstantSource clock = InstantSource.system();
  @Nullable MeterRegistry meters;
  Duration callTimeout = Duration.ofSeconds(10);
  Duration healAfter = Duration.ofSeconds(2);
  Duration shutdownTimeout = Duration.ofSeconds(30);
  Threads threads = Threads.defaults();
  Limits limits = Limits.defaults();
  double memoryPressure = 1;
}
