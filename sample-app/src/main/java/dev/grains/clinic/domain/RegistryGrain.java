package dev.grains.clinic.domain;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.grains.EventSourcedGrain;
import dev.grains.annotation.NonBlocking;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The registry. */
@NonBlocking
public final class RegistryGrain extends EventSourcedGrain<Register, Enrolled> implements Registry {

  @Override
  protected Register initialState() {
    return Register.EMPTY;
  }

  @Override
  protected Register apply(Register register, Enrolled event) {
    return register.with(event.patient());
  }

  @Override
  public void enrol(String patient) {
    if (!state().has(patient)) {
      emit(new Enrolled(patient));
    }
  }

  @Override
  public int count() {
    return state().size();
  }

  @Override
  public CompletionStage<Set<String>> patients(int page) {
    return completedFuture(state().pages().get(page));
  }
}
