package dev.grains.internal.definition;

import dev.grains.GrainDefinitionException;
import dev.grains.annotation.OneWay;
import dev.grains.annotation.ReadOnly;
import dev.grains.internal.codec.ThrowableCodec;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** One method of a contract. Immutable and thread-safe. */
public final class ContractMethod {

  private final String signature;
  private final int id;
  private final Method method;
  private final boolean query;
  private final boolean oneWay;
  private final boolean async;
  private final MethodCodecs codecs;
  private final MethodHandle handler;

  ContractMethod(String name, String signature, Method method, boolean async, MethodCodecs codecs) {
    this.signature = signature;
    this.id = id(signature);
    this.method = method;
    this.query = method.isAnnotationPresent(ReadOnly.class);
    this.oneWay = method.isAnnotationPresent(OneWay.class);
    this.async = async;
    this.codecs = codecs;
    this.handler = handler(name, method);
  }

  private static int id(String signature) {
    CRC32 hash = new CRC32();
    hash.update(signature.getBytes(StandardCharsets.UTF_8));
    return (int) hash.getValue();
  }

  private static MethodHandle handler(String name, Method method) {
    try {
      method.setAccessible(true);
      MethodHandle direct = MethodHandles.lookup().unreflect(method);
      return direct
          .asType(direct.type().generic())
          .asSpreader(Object[].class, method.getParameterCount())
          .asType(MethodType.methodType(Object.class, Object.class, Object[].class));
    } catch (IllegalAccessException | RuntimeException e) {
      Class<?> contract = method.getDeclaringClass();
      throw new GrainDefinitionException(
          "the contract method "
              + name
              + " cannot be called; make the interface public, or let the"
              + " module "
              + contract.getModule().getName()
              + " open the package "
              + contract.getPackageName()
              + " to Grains",
          e);
    }
  }

  /** Returns what stands for the method in calls: a hash of the signature. */
  public int id() {
    return id;
  }

  /** Returns the name and the classes of the parameters: {@code deposit(long)}. */
  public String signature() {
    return signature;
  }

  /** Returns the declaration of the method. */
  public Method method() {
    return method;
  }

  /** Tells whether the method only reads. */
  public boolean query() {
    return query;
  }

  /** Tells whether its callers do not wait. */
  public boolean oneWay() {
    return oneWay;
  }

  /** Tells whether it returns a {@code CompletionStage}. */
  public boolean async() {
    return async;
  }

  /**
   * Encodes the arguments of a call.
   *
   * @param arguments the arguments, null for none
   * @return the bytes
   * @throws IllegalArgumentException if an argument cannot be sent
   */
  public byte[] encodeArguments(@Nullable Object @Nullable [] arguments) {
    return codecs.encodeArguments(arguments);
  }

  /**
   * Decodes the arguments of a call.
   *
   * @param bytes the bytes
   * @return the arguments
   * @throws dev.grains.internal.codec.WireFormatException if the bytes are not such arguments
   */
  public @Nullable Object[] decodeArguments(byte[] bytes) {
    return codecs.decodeArguments(bytes);
  }

  /**
   * Writes the result of a call; of an asynchronous method what its stage ends with.
   *
   * @param value the result
   * @param out where to write; left as it was if that fails
   * @throws IllegalArgumentException if the result cannot be sent
   */
  public void writeResult(@Nullable Object value, WireWriter out) {
    codecs.writeResult(value, out);
  }

  /**
   * Reads the result of a call.
   *
   * @param in where to read
   * @return the result
   * @throws dev.grains.internal.codec.WireFormatException if the bytes are not such a result
   */
  public @Nullable Object readResult(WireReader in) {
    return codecs.readResult(in);
  }

  /** Returns the codec of its failures. */
  public ThrowableCodec throwables() {
    return codecs.throwables();
  }

  @Nullable Object invoke(Object grain, @Nullable Object[] arguments) throws Throwable {
    return (Object) handler.invokeExact(grain, arguments);
  }

  @Override
  public String toString() {
    return signature;
  }
}
