package dev.grains.spring.actuate;

import dev.grains.GrainId;
import dev.grains.GrainStatus;
import dev.grains.Grains;
import dev.grains.GrainsStatus;
import dev.grains.GrainsStatus.TypeStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Actuator endpoint that shows what this member hosts and does, shows single grains, and lets them
 * leave memory.
 *
 * @since 0.1
 */
@Endpoint(id = "grains")
public final class GrainsEndpoint {

  private static final long TIMEOUT_SECONDS = 10;

  private final Grains grains;
  private final GrainsEndpointProperties properties;
  private final ClassLoader classes;
  private final JsonMapper json =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  GrainsEndpoint(Grains grains, GrainsEndpointProperties properties, ClassLoader classes) {
    this.grains = grains;
    this.properties = properties;
    this.classes = classes;
  }

  /**
   * Shows this member.
   *
   * @return the member with its grain types
   */
  @ReadOperation
  public MemberDescriptor member() {
    GrainsStatus status = grains.status();
    Map<String, TypeDescriptor> types = new TreeMap<>();
    status.types().forEach(type -> types.put(type.name(), TypeDescriptor.of(type)));
    return new MemberDescriptor(
        status.member(),
        status.hosting(),
        status.members(),
        status.safe(),
        status.partitionsOwned(),
        status.lanes(),
        status.oldestTurn(),
        types);
  }

  /**
   * Shows a grain type on this member.
   *
   * @param type the name of the type
   * @return the type, or null if it is not hosted here
   */
  @ReadOperation
  public @Nullable TypeDescriptor type(@Selector String type) {
    TypeStatus status = find(type);
    return status == null ? null : TypeDescriptor.of(status);
  }

  /**
   * Shows a grain, wherever it is.
   *
   * @param type the name of its type
   * @param key its key
   * @param caller who wants to know
   * @return the grain, or null if its type is not hosted here
   */
  @ReadOperation
  public @Nullable GrainDescriptor grain(
      @Selector String type, @Selector String key, SecurityContext caller) {
    TypeStatus status = find(type);
    if (status == null) {
      return null;
    }
    checkKey(type, key);
    boolean withState = properties.showState().isShown(caller, properties.roles());
    GrainStatus grain = await(grains.inspect(contract(status), key, withState));
    String state = grain.state();
    return new GrainDescriptor(
        type,
        key,
        grain.owner(),
        grain.active(),
        grain.version(),
        state == null ? null : json.readValue(state, Object.class));
  }

  /**
   * Lets a grain leave memory once its waiting commands are done.
   *
   * @param type the name of its type
   * @param key its key
   * @throws InvalidEndpointRequestException if the type is not hosted here, or the key is none
   */
  @DeleteOperation
  public void deactivate(@Selector String type, @Selector String key) {
    TypeStatus status = find(type);
    if (status == null) {
      throw refused("no grain type '" + type + "' is hosted here", null);
    }
    checkKey(type, key);
    await(grains.deactivate(contract(status), key));
  }

  private static void checkKey(String type, String key) {
    try {
      new GrainId(type, key);
    } catch (IllegalArgumentException noKey) {
      throw refused(String.valueOf(noKey.getMessage()), noKey);
    }
  }

  private static InvalidEndpointRequestException refused(String reason, @Nullable Throwable cause) {
    return new InvalidEndpointRequestException(reason, reason, cause);
  }

  private @Nullable TypeStatus find(String type) {
    List<TypeStatus> types = grains.status().types();
    return types.stream().filter(each -> each.name().equals(type)).findFirst().orElse(null);
  }

  private Class<?> contract(TypeStatus type) {
    return ClassUtils.resolveClassName(type.contract(), classes);
  }

  private static <T> T await(CompletionStage<T> stage) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    try {
      return future.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /**
   * This member.
   *
   * @param member its address
   * @param hosting whether it hosts grains
   * @param members the number of members of the cluster
   * @param safe whether every partition has its backups
   * @param partitionsOwned the number of partitions this member owns
   * @param lanes the number of lanes with unanswered or waiting calls
   * @param oldestTurn how long the oldest running turn has been running
   * @param types the hosted types, by name
   */
  public record MemberDescriptor(
      String member,
      boolean hosting,
      int members,
      boolean safe,
      int partitionsOwned,
      int lanes,
      Duration oldestTurn,
      Map<String, TypeDescriptor> types)
      implements OperationResponseBody {}

  /**
   * A grain type on this member.
   *
   * @param contract the class name of its contract
   * @param storage where its grains are kept
   * @param active the number of activations in memory
   * @param maxActive the bound on that number
   */
  public record TypeDescriptor(String contract, String storage, int active, int maxActive)
      implements OperationResponseBody {

    static TypeDescriptor of(TypeStatus status) {
      return new TypeDescriptor(
          status.contract(), status.storage(), status.active(), status.maxActive());
    }
  }

  /**
   * A grain.
   *
   * @param type the name of its type
   * @param key its key
   * @param owner the address of the member that owns it
   * @param active whether it is in memory there
   * @param version the number of its events or commits
   * @param state its state, if that may be shown
   */
  public record GrainDescriptor(
      String type, String key, String owner, boolean active, long version, @Nullable Object state)
      implements OperationResponseBody {}
}
