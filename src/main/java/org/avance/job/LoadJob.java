package org.avance.job;

import java.util.List;
import java.util.Set;
import org.avance.load.PreparedChunk;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job of every feed: receive, stage, classify, judge, publish. It is built anew for each load,
 * so nothing is scoped and no name refers to a bean.
 */
final class LoadJob {
  /** At least: a series goes whole. As many are made ready while as many are written. */
  static final int RECORDS_PER_CHUNK = 10_000;

  static final int SERIES_PER_CHUNK = 2_000;

  /** In their order. */
  static final List<String> STEPS = List.of("receive", "stage", "classify", "judge", "publish");

  private final Load load;
  private final Set<String> again;
  private final JobRepository jobs;
  private final PlatformTransactionManager transactions;
  private final StepWatch watch;

  /**
   * @param again steps that run again, whatever an earlier execution completed: all where nothing
   *     staged earlier can be built on
   */
  LoadJob(Load load, Set<String> again) {
    this.load = load;
    this.again = Set.copyOf(again);
    this.jobs = load.batch().jobs();
    this.transactions = load.batch().transactions();
    this.watch = new StepWatch(load);
  }

  static String name(String feed) {
    return "load-" + feed;
  }

  Job build(StopHandle stopHandle) {
    return new JobBuilder(name(load.feed().name()), jobs)
        .listener(stopHandle)
        .start(receive())
        .next(stage())
        .next(classify())
        .next(judge())
        .next(publish())
        .build();
  }

  private Step receive() {
    return tasklet("receive", new Receive(load)::run, transactions);
  }

  private Step stage() {
    RecordSource records = new RecordSource(load);
    return new StepBuilder("stage", jobs)
        .<PreparedChunk, PreparedChunk>chunk(1)
        .transactionManager(transactions)
        .reader(records)
        .writer(records::stage)
        .listener(records.count())
        .listener(watch)
        .allowStartIfComplete(again.contains("stage"))
        .build();
  }

  private Step classify() {
    SeriesSource series = new SeriesSource(load);
    return new StepBuilder("classify", jobs)
        .<SeriesSource.Judged, SeriesSource.Judged>chunk(SERIES_PER_CHUNK)
        .transactionManager(transactions)
        .reader(series)
        .writer(series::stage)
        .listener(series.count())
        .listener(watch)
        .allowStartIfComplete(again.contains("classify"))
        .build();
  }

  private Step judge() {
    return tasklet("judge", new Judge(load)::run, transactions);
  }

  /** Runs on the connection that owns the feed; the job repository stays on the pool. */
  private Step publish() {
    return tasklet(
        "publish",
        new Publish(load)::run,
        new JdbcTransactionManager(load.ownership().connection()));
  }

  private Step tasklet(String name, Runnable act, PlatformTransactionManager transactions) {
    Tasklet tasklet =
        (contribution, context) -> {
          load.progress().at(load.feed().name(), load.due().fileName(), name, 0);
          load.ownership().requireHeld();
          act.run();
          return RepeatStatus.FINISHED;
        };
    return new StepBuilder(name, jobs)
        .tasklet(tasklet, transactions)
        .listener(watch)
        .allowStartIfComplete(again.contains(name))
        .build();
  }
}
