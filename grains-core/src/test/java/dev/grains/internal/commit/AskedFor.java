package dev.grains.internal.commit;

import dev.grains.GrainId;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.ReplyLookup;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A lookup that notes what it is told. Confined to one thread. */
final class AskedFor implements PendingLookup {

  private final ReplyLookup lookup;
  Runnable whenTold = () -> {};
  @Nullable List<KeyedReply> found;
  @Nullable Throwable failure;

  private AskedFor(ReplyLookup lookup) {
    this.lookup = lookup;
  }

  static AskedFor of(String grain, String... keys) {
    return new AskedFor(new ReplyLookup(Noted.TYPE, new GrainId("account", grain), Set.of(keys)));
  }

  List<String> keys() {
    return Objects.requireNonNull(found, () -> "not found: " + failure).stream()
        .map(KeyedReply::key)
        .toList();
  }

  @Override
  public ReplyLookup lookup() {
    return lookup;
  }

  @Override
  public void found(List<KeyedReply> replies) {
    found = replies;
    whenTold.run();
  }

  @Override
  public void failed(Throwable reason) {
    failure = reason;
    whenTold.run();
  }
}
