package org.avance.job;

import java.util.List;
import org.avance.model.Delivery;
import org.avance.model.LoadNote;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;

/**
 * Notes with the execution what it came to, in words: Spring Batch keeps a stack trace, cut off
 * before its cause, and the delivery's counts are those of its last load only.
 */
final class Ending {
  /** Longer ones are cut by Spring Batch, too. */
  private static final int LONGEST = 2_000;

  private final Load load;

  Ending(Load load) {
    this.load = load;
  }

  /** Before the end of the execution is written. */
  void note(JobExecution execution) {
    String code = execution.getExitStatus().getExitCode();
    execution.setExitStatus(new ExitStatus(code, shortened(words(execution))));
  }

  private String words(JobExecution execution) {
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      Delivery delivery = load.delivery();
      return new LoadNote(delivery.status().name(), delivery.counts()).text();
    }
    if (execution.getStatus() == BatchStatus.STOPPED) {
      return "stopped on request";
    }
    return String.join("; ", causes(execution));
  }

  /** Why steps failed, in words for an operator. */
  static List<String> causes(JobExecution execution) {
    return execution.getStepExecutions().stream()
        .flatMap(
            step ->
                step.getFailureExceptions().stream()
                    .map(e -> "step %s: %s".formatted(step.getStepName(), Causes.inWords(e))))
        .toList();
  }

  private static String shortened(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }
}
