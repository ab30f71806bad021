package dev.grains.internal.definition;

import dev.grains.GrainDefinitionException;
import dev.grains.annotation.Grain;
import dev.grains.internal.codec.Codecs;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contract that was checked: its name and its methods. Immutable and thread-safe. */
public final class Contract {

  private final Class<?> type;
  private final String typeName;
  private final List<ContractMethod> methods;
  private final Map<Method, ContractMethod> byMethod;
  private final int[] ids;
  private final ContractMethod[] byId;

  private Contract(Class<?> type, String typeName, ContractMethods found) {
    this.type = type;
    this.typeName = typeName;
    this.methods = found.methods();
    this.byMethod = found.byMethod();
    this.byId = found.methods().toArray(ContractMethod[]::new);
    Arrays.sort(byId, Comparator.comparingInt(ContractMethod::id));
    this.ids = Arrays.stream(byId).mapToInt(ContractMethod::id).toArray();
  }

  /**
   * Reads a contract.
   *
   * @param contract the interface
   * @param codecs where the codecs of its methods come from
   * @return the contract
   * @throws GrainDefinitionException if it cannot work as written, with class, method and remedy
   */
  public static Contract of(Class<?> contract, Codecs codecs) {
    ContractRules.check(contract);
    String name = contract.getAnnotation(Grain.class).value();
    ContractMethods methods = ContractMethods.of(contract, codecs);
    if (methods.methods().isEmpty()) {
      throw ContractRules.refusal(
          contract, "has no method that a caller could use; declare at least one");
    }
    return new Contract(contract, name, methods);
  }

  /** Returns the name of the grain type. */
  public String typeName() {
    return typeName;
  }

  /** Returns the interface. */
  public Class<?> type() {
    return type;
  }

  /** Returns the methods, in the order of their signatures. */
  public List<ContractMethod> methods() {
    return methods;
  }

  /**
   * Returns the method that a proxy of the interface is called with.
   *
   * @param method a method of the interface or of one that it extends
   * @return the method of the contract
   * @throws IllegalArgumentException if the contract has no such method
   */
  public ContractMethod method(Method method) {
    ContractMethod found = byMethod.get(method);
    if (found == null) {
      throw new IllegalArgumentException(
          method + " is no method of the contract " + type.getName());
    }
    return found;
  }

  /** Returns the method with an id, or null if there is none. */
  public @Nullable ContractMethod byId(int id) {
    int index = Arrays.binarySearch(ids, id);
    return index < 0 ? null : byId[index];
  }

  /** Says that this contract and another one have the same name. */
  public GrainDefinitionException clashWith(Contract other) {
    return new GrainDefinitionException(
        "the contracts "
            + type.getName()
            + " and "
            + other.type.getName()
            + " are both named '"
            + typeName
            + "'; change the @Grain value of one of them");
  }

  @Override
  public String toString() {
    return typeName + " (" + type.getName() + ")";
  }
}
