package dev.grains.internal.definition;

import dev.grains.Grain;
import dev.grains.GrainDefinitionException;
import dev.grains.GrainOptions;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.codec.ValueCodec;
import dev.grains.spi.GrainContext;
import dev.grains.spi.GrainHooks;
import dev.grains.spi.GrainType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Type;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A grain type hosted here, checked: contract, class, factory and options. Immutable. */
public final class GrainDefinition {

  private static final VarHandle CONTEXT = contextOfGrain();

  private final Contract contract;
  private final GrainType type;
  private final Supplier<?> factory;
  private final GrainOptions options;
  private final @Nullable ValueCodec stateCodec;
  private final @Nullable ValueCodec eventCodec;

  private GrainDefinition(
      Contract contract, GrainType type, Supplier<?> factory, GrainOptions options, Codecs codecs) {
    this.contract = contract;
    this.type = type;
    this.factory = factory;
    this.options = options;
    this.stateCodec = codec(type.stateType(), "the state of ", codecs);
    this.eventCodec = codec(type.eventType(), "an event of ", codecs);
  }

  private static VarHandle contextOfGrain() {
    try {
      return MethodHandles.privateLookupIn(Grain.class, MethodHandles.lookup())
          .findVarHandle(Grain.class, "context", GrainContext.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private @Nullable ValueCodec codec(@Nullable Type valueType, String what, Codecs codecs) {
    return valueType == null
        ? null
        : codecs.codec(valueType, what + "the grain class " + type.grainClass().getName());
  }

  /**
   * Reads the class of the grains that a factory makes. Calls the factory once.
   *
   * @param contract the contract of the grains
   * @param factory makes grains
   * @param options the options of the type
   * @param codecs where the codecs of state and events come from
   * @return the definition
   * @throws GrainDefinitionException if it cannot work as written, with the class and the remedy
   */
  public static GrainDefinition of(
      Contract contract, Supplier<?> factory, GrainOptions options, Codecs codecs) {
    ProbeContext probe = new ProbeContext();
    Object instance = make(contract, factory, probe);
    GrainType type = new GrainClass(instance.getClass(), contract).read();
    checkBinding(instance, probe);
    if (type.kind() != GrainType.Kind.PLAIN) {
      checkInitialState(type, probe);
    }
    return new GrainDefinition(contract, type, factory, options, codecs);
  }

  private static Object make(Contract contract, Supplier<?> factory, GrainContext context) {
    Object instance;
    try {
      instance = GrainContext.create(context, factory);
    } catch (RuntimeException | LinkageError e) {
      throw new GrainDefinitionException(
          "the factory of the contract "
              + contract.type().getName()
              + " failed: "
              + e
              + "; it is called once at registration, and then for each activation",
          e);
    }
    if (instance == null) {
      throw new GrainDefinitionException(
          "the factory of the contract "
              + contract.type().getName()
              + " returned null; return a new grain each time");
    }
    return instance;
  }

  private static void checkBinding(Object instance, GrainContext context) {
    if (CONTEXT.get((Grain) instance) != context) {
      throw new GrainDefinitionException(
          "the factory of the grain class "
              + instance.getClass().getName()
              + " returned an instance that it did not make for this call; return a new one each"
              + " time, made on the same thread and as the first grain");
    }
  }

  private static void checkInitialState(GrainType type, ProbeContext probe) {
    GrainHooks hooks = probe.hooks();
    Object state;
    try {
      state = hooks == null ? null : hooks.initialState();
    } catch (RuntimeException e) {
      throw new GrainDefinitionException(
          "initialState of the grain class "
              + type.grainClass().getName()
              + " failed: "
              + e
              + "; it is called once at registration, and must not depend on the fields of the grain",
          e);
    }
    if (state == null) {
      throw new GrainDefinitionException(
          "initialState of the grain class "
              + type.grainClass().getName()
              + " returns null; return an empty state instead");
    }
  }

  /** Returns what stores may know of the type. */
  public GrainType type() {
    return type;
  }

  /** Returns the contract of the grains. */
  public Contract contract() {
    return contract;
  }

  /** Returns the options of the type. */
  public GrainOptions options() {
    return options;
  }

  /**
   * Makes the grain of an activation.
   *
   * @param context what stands behind the grain
   * @return a new grain, bound to the context
   * @throws GrainDefinitionException if the factory fails, or returns anything but a new grain
   */
  public Object newInstance(GrainContext context) {
    Object instance = make(contract, factory, context);
    if (instance.getClass() != type.grainClass()) {
      throw new GrainDefinitionException(
          "the factory of the contract "
              + contract.type().getName()
              + " returned a "
              + instance.getClass().getName()
              + " after a "
              + type.grainClass().getName()
              + "; return grains of one class");
    }
    checkBinding(instance, context);
    return instance;
  }

  /**
   * Runs a handler on this thread.
   *
   * @param method the method of the contract
   * @param grain the grain
   * @param arguments the arguments
   * @return what the handler returned
   * @throws Throwable what the handler threw, as it is
   */
  public @Nullable Object invoke(ContractMethod method, Object grain, @Nullable Object[] arguments)
      throws Throwable {
    return method.invoke(grain, arguments);
  }

  /**
   * Returns the codec of the state.
   *
   * @throws IllegalStateException if nothing is stored of the grains
   */
  public ValueCodec stateCodec() {
    return required(stateCodec, "state");
  }

  /**
   * Returns the codec of the events.
   *
   * @throws IllegalStateException if the grains are not event-sourced
   */
  public ValueCodec eventCodec() {
    return required(eventCodec, "events");
  }

  private ValueCodec required(@Nullable ValueCodec codec, String what) {
    if (codec == null) {
      throw new IllegalStateException("grains of type " + type.name() + " have no " + what);
    }
    return codec;
  }
}
