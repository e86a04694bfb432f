package org.avance.job;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.avance.load.Staging;
import org.avance.model.Delivery;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * One execution of one load:
 *
 * <ul>
 *   <li>what an earlier process left running is recovered first, steps that it left so included:
 *       owning the feed proves that its owner is gone;
 *   <li>what failed is restarted from its failed step, unless its staging can't be built on;
 *   <li>staging tables are given back once the execution has completed, never inside it.
 * </ul>
 */
final class Launch {
  private static final int TRIES = 3;

  private final Load load;
  private final LazyBatch batch;

  Launch(Load load, LazyBatch batch) {
    this.load = load;
    this.batch = batch;
  }

  static boolean completed(RunRequest request, BatchContext context) {
    return last(request, context)
        .map(execution -> execution.getStatus() == BatchStatus.COMPLETED)
        .orElse(false);
  }

  /**
   * True where a load of the bytes has come to its end, also when its metadata has been purged
   * since: the next one is another.
   */
  static boolean isOver(Delivery known, RunRequest request, BatchContext context) {
    boolean purged =
        Load.ended(known) && request.rerun() == known.rerun() && last(request, context).isEmpty();
    return purged || completed(request, context);
  }

  private static Optional<JobExecution> last(RunRequest request, BatchContext context) {
    JobRepository jobs = context.jobs();
    JobInstance instance =
        jobs.getJobInstance(LoadJob.name(request.feed()), request.toJobParameters());
    return instance == null
        ? Optional.empty()
        : Optional.ofNullable(jobs.getLastJobExecution(instance));
  }

  /**
   * Runs to the end.
   *
   * @param known the delivery as an earlier execution left it
   * @return why it failed, in words; empty when it did not
   */
  List<String> run(Optional<Delivery> known) {
    known.ifPresent(delivery -> MDC.put("delivery", Long.toString(delivery.id())));
    Optional<JobExecution> last = last(load.request(), load.batch());
    // What the process that is gone has left.
    Optional<JobExecution> left =
        last.filter(execution -> Recovery.of(execution, load.batch(), seen()));
    boolean afresh = known.map(this::mustStartOver).orElse(false);
    left.ifPresent(execution -> load.say(goesOn(execution, afresh)));
    JobExecution execution = executed(afresh ? Set.copyOf(LoadJob.STEPS) : outdated(last));
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      load.lease().done(load.delivery().counts().read());
      return List.of();
    }
    return failure(execution);
  }

  private Recovery.Seen seen() {
    return Recovery.Seen.of(
        load.feed().name(), load.due().digest(), load.database(), load.batch().pool());
  }

  private static String goesOn(JobExecution left, boolean afresh) {
    String step =
        left.getStepExecutions().stream()
            .max(Comparator.comparing(StepExecution::getId))
            .map(StepExecution::getStepName)
            .orElse("");
    return "run %d, begun %s, was left behind by a process that is gone; %s"
        .formatted(
            left.getId(),
            began(left),
            afresh || step.isEmpty() ? "begins it anew" : "goes on from step " + step);
  }

  private static Instant began(JobExecution execution) {
    LocalDateTime began =
        Optional.ofNullable(execution.getStartTime()).orElse(execution.getCreateTime());
    return began.atZone(ZoneId.systemDefault()).toInstant().truncatedTo(ChronoUnit.SECONDS);
  }

  private JobExecution executed(Set<String> again) {
    try (StopHandle handle = new StopHandle(batch, load)) {
      return start(new LoadJob(load, again).build(handle));
    }
  }

  /**
   * Steps that came to their end before one that they build on was done anew: a load that was begun
   * over, and broke off before it came to them.
   */
  private Set<String> outdated(Optional<JobExecution> last) {
    Set<String> outdated = new HashSet<>();
    long newest = 0;
    for (String step : last.isEmpty() ? List.<String>of() : LoadJob.STEPS) {
      StepExecution done =
          load.batch().jobs().getLastStepExecution(last.get().getJobInstance(), step);
      if (done != null && done.getId() < newest) {
        outdated.add(step);
      }
      newest = done == null ? newest : Math.max(newest, done.getId());
    }
    return outdated;
  }

  private boolean mustStartOver(Delivery delivery) {
    if (Load.ended(delivery)) {
      return delivery.rerun() != load.rerun();
    }
    boolean sameDescriptor =
        delivery.descriptorDigest().equals(load.feed().descriptorDigest())
            && delivery.rulebookDigest().equals(load.rulebook().digest());
    Staging staging = load.staging(delivery);
    return !sameDescriptor || load.sidesChanged(delivery) || !staging.canResume();
  }

  /** Two launchers may meet in the repository's tables; whoever loses tries again. */
  private JobExecution start(Job job) {
    JobParameters parameters = load.request().inThisProcess();
    for (int attempt = 1; ; attempt++) {
      try {
        return started(job, parameters);
      } catch (ConcurrencyFailureException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private JobExecution started(Job job, JobParameters parameters) {
    try {
      return load.batch().operator().start(job, parameters);
    } catch (JobExecutionException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static List<String> failure(JobExecution execution) {
    List<String> causes = new ArrayList<>();
    for (StepExecution step : execution.getStepExecutions()) {
      step.getFailureExceptions()
          .forEach(e -> causes.add("step %s: %s".formatted(step.getStepName(), Causes.inWords(e))));
    }
    if (causes.isEmpty()) {
      execution.getFailureExceptions().forEach(e -> causes.add(Causes.inWords(e)));
    }
    return causes.isEmpty() ? List.of("the execution ended " + execution.getStatus()) : causes;
  }
}
