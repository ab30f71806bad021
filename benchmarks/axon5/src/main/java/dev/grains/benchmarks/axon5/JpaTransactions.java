package dev.grains.benchmarks.axon5;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.core.unitofwork.transaction.TransactionManager;

/**
 * Transactions of JPA without a container: the entity manager belongs to the thread until its end.
 */
final class JpaTransactions implements TransactionManager, EntityManagerProvider {

  private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

  private final EntityManagerFactory factory;

  JpaTransactions(EntityManagerFactory factory) {
    this.factory = factory;
  }

  @Override
  public Transaction startTransaction() {
    if (CURRENT.get() != null) {
      throw new IllegalStateException("a transaction of this thread is under way");
    }
    EntityManager manager = factory.createEntityManager();
    manager.getTransaction().begin();
    CURRENT.set(manager);
    return new Transaction() {
      @Override
      public void commit() {
        end(manager, () -> manager.getTransaction().commit());
      }

      @Override
      public void rollback() {
        end(manager, () -> manager.getTransaction().rollback());
      }
    };
  }

  /** The engine closes what it is given before it commits, so it is given one that stays open. */
  @Override
  public EntityManager getEntityManager() {
    EntityManager manager = requireNonNull(CURRENT.get(), "no transaction of this thread");
    return (EntityManager)
        Proxy.newProxyInstance(
            JpaTransactions.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(manager, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void end(EntityManager manager, Runnable outcome) {
    if (!manager.isOpen()) {
      return;
    }
    try {
      outcome.run();
    } finally {
      CURRENT.remove();
      manager.close();
    }
  }
}
