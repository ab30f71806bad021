package dev.grains.internal.definition;

import dev.grains.EventSourcedGrain;
import dev.grains.GrainDefinitionException;
import dev.grains.StatefulGrain;
import dev.grains.annotation.Grain;
import dev.grains.annotation.NonBlocking;
import dev.grains.annotation.OneWay;
import dev.grains.annotation.ReadOnly;
import dev.grains.annotation.Snapshot;
import dev.grains.internal.codec.TypeBindings;
import dev.grains.spi.GrainType;
import dev.grains.spi.GrainType.Kind;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Reads a grain class, and checks that it can work. */
final class GrainClass {

  private final Class<?> type;
  private final Contract contract;

  GrainClass(Class<?> type, Contract contract) {
    this.type = type;
    this.contract = contract;
  }

  GrainType read() {
    if (!contract.type().isAssignableFrom(type)) {
      throw refusal("does not implement " + contract.type().getName() + "; let it do so");
    }
    if (!dev.grains.Grain.class.isAssignableFrom(type)) {
      throw refusal(
          "does not extend dev.grains.Grain; let it extend Grain, StatefulGrain or"
              + " EventSourcedGrain");
    }
    checkAnnotations();
    checkOtherContracts(type);
    Kind kind = kind();
    Class<?> base = kind == Kind.STATEFUL ? StatefulGrain.class : EventSourcedGrain.class;
    Type state = kind == Kind.PLAIN ? null : argument(base, 0);
    Type event = kind == Kind.EVENT_SOURCED ? argument(base, 1) : null;
    checkStateType(state);
    checkEventType(event);
    return withSnapshot(kind, state, event);
  }

  private void checkAnnotations() {
    if (type.isAnnotationPresent(Grain.class)) {
      throw refusal("has @Grain, which belongs on its contract; remove it here");
    }
    for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
      for (Method method : each.getDeclaredMethods()) {
        if (method.isAnnotationPresent(OneWay.class)
            || method.isAnnotationPresent(ReadOnly.class)) {
          throw refusal(
              "has @OneWay or @ReadOnly on the method "
                  + method.getName()
                  + ", where callers cannot see it; move it to the method of the contract");
        }
      }
    }
  }

  private void checkOtherContracts(Class<?> each) {
    if (each.isAnnotationPresent(Grain.class) && !each.isAssignableFrom(contract.type())) {
      throw refusal(
          "implements the contract "
              + each.getName()
              + " beside "
              + contract.type().getName()
              + ", and a grain has one type; make two classes, or let the one contract extend the"
              + " other");
    }
    for (Class<?> implemented : each.getInterfaces()) {
      checkOtherContracts(implemented);
    }
    if (each.getSuperclass() != null) {
      checkOtherContracts(each.getSuperclass());
    }
  }

  private Kind kind() {
    if (EventSourcedGrain.class.isAssignableFrom(type)) {
      return Kind.EVENT_SOURCED;
    }
    return StatefulGrain.class.isAssignableFrom(type) ? Kind.STATEFUL : Kind.PLAIN;
  }

  private Type argument(Class<?> base, int index) {
    Type argument = TypeBindings.of(type).resolve(base.getTypeParameters()[index]);
    if (argument instanceof TypeVariable<?>) {
      throw refusal(
          "does not say what "
              + (index == 0 ? "its state is" : "its events are")
              + "; name the types: extends "
              + base.getSimpleName()
              + (base == StatefulGrain.class ? "<State>" : "<State, Event>"));
    }
    return argument;
  }

  /** Stores know a state by its class, and so forget the type arguments of a sealed one. */
  private void checkStateType(@Nullable Type state) {
    if (state instanceof ParameterizedType && TypeBindings.erase(state).isSealed()) {
      throw refusal(
          "has a state of the sealed type "
              + state.getTypeName()
              + " with type arguments; put it into a record");
    }
  }

  private void checkEventType(@Nullable Type event) {
    if (event == null) {
      return;
    }
    Class<?> raw = TypeBindings.erase(event);
    boolean closed = raw.isRecord() || raw.isSealed() && !raw.isEnum();
    if (!closed || event instanceof ParameterizedType) {
      throw refusal(
          "has events of the type "
              + event.getTypeName()
              + "; use a record, or a sealed interface of records, without type arguments");
    }
  }

  private GrainType withSnapshot(Kind kind, @Nullable Type state, @Nullable Type event) {
    boolean nonBlocking = type.isAnnotationPresent(NonBlocking.class);
    String name = contract.typeName();
    Snapshot snapshot = type.getAnnotation(Snapshot.class);
    if (kind != Kind.EVENT_SOURCED) {
      if (snapshot != null) {
        throw refusal("has @Snapshot but no events; remove it");
      }
      return new GrainType(name, type, kind, nonBlocking, state, event, 0, 1, false);
    }
    Snapshot rules = snapshot == null ? DefaultSnapshot.VALUE : snapshot;
    checkSnapshot(rules);
    return new GrainType(
        name,
        type,
        kind,
        nonBlocking,
        state,
        event,
        rules.every(),
        rules.format(),
        rules.deleteOlderEvents());
  }

  private void checkSnapshot(Snapshot snapshot) {
    if (snapshot.every() < 0 || snapshot.format() < 1) {
      throw refusal("has a @Snapshot with every below 0 or format below 1; correct it");
    }
    if (snapshot.every() == 0 && snapshot.deleteOlderEvents()) {
      throw refusal("has a @Snapshot that deletes events and keeps no snapshots; correct it");
    }
  }

  private GrainDefinitionException refusal(String whyAndRemedy) {
    return new GrainDefinitionException("the grain class " + type.getName() + " " + whyAndRemedy);
  }

  /** What a class without the annotation says. */
  @Snapshot
  private static final class DefaultSnapshot {
    static final Snapshot VALUE = DefaultSnapshot.class.getAnnotation(Snapshot.class);
  }
}
