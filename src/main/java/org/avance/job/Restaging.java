package org.avance.job;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.avance.load.PreparedChunk;
import org.avance.load.StandingDeliveries;
import org.avance.model.Delivery;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stages an archived delivery once more and settles its keys, without an execution and without a
 * word in its register: what is counted and noted on the way is noted aside, and forgotten.
 */
record Restaging(Load load, Delivery delivery) {

  /**
   * Leaves the records in the staging tables.
   *
   * @param refused what to throw where the file can't be staged any more, with the reasons
   * @return how many records were read
   */
  long run(BiFunction<Delivery, List<String>, RuntimeException> refused) {
    TransactionTemplate transaction = new TransactionTemplate(load.batch().transactions());
    StandingDeliveries register = new StandingDeliveries(load.batch().pool());
    Delivery aside = register.aside(delivery);
    try {
      long records = stage(aside, transaction);
      List<String> reasons = load.deliveries().refusals(aside.id());
      if (!reasons.isEmpty()) {
        throw refused.apply(delivery, reasons);
      }
      transaction.executeWithoutResult(running -> new Settle(load).run(aside));
      return records;
    } finally {
      register.forget(aside);
    }
  }

  private long stage(Delivery aside, TransactionTemplate transaction) {
    RecordSource records = new RecordSource(load, () -> aside, Optional.empty());
    long count = 0;
    try {
      records.open(new ExecutionContext());
      @Nullable PreparedChunk next = next(records);
      while (next != null) {
        Chunk<PreparedChunk> chunk = Chunk.of(next);
        transaction.executeWithoutResult(running -> records.stage(chunk));
        count += next.records().size();
        next = next(records);
      }
      return count;
    } finally {
      records.close();
    }
  }

  private static @Nullable PreparedChunk next(RecordSource records) {
    try {
      return records.read();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the archived file can't be read: " + e.getMessage(), e);
    }
  }
}
