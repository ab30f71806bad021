package dev.grains.internal.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** One topic for each caller, on which owners push replies. Thread-safe. */
public final class Topics {

  static final String PREFIX = "grains.reply.";

  private final HazelcastInstance hazelcast;
  private final ConcurrentHashMap<UUID, ITopic<byte[]>> topics = new ConcurrentHashMap<>();

  Topics(HazelcastInstance hazelcast) {
    this.hazelcast = hazelcast;
  }

  /** Sends to a caller, at most once; one packet if the caller is remote. */
  public void publish(UUID caller, byte[] message) {
    topic(caller).publish(message);
  }

  private ITopic<byte[]> topic(UUID caller) {
    ITopic<byte[]> topic = topics.get(caller);
    return topic != null
        ? topic
        : topics.computeIfAbsent(caller, id -> hazelcast.getTopic(PREFIX + id));
  }

  /**
   * Listens for what is sent to a caller.
   *
   * @return stops listening and removes the topic
   */
  public Runnable listen(UUID caller, Consumer<byte[]> listener) {
    ITopic<byte[]> topic = topic(caller);
    topic.addMessageListener(message -> listener.accept(message.getMessageObject()));
    return topic::destroy;
  }

  /** Forgets callers whose topic is gone; called now and then. */
  public void forgetAll() {
    topics.clear();
  }
}
