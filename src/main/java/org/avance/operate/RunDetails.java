package org.avance.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.avance.job.InForce;
import org.avance.job.Standing;
import org.avance.model.IssueGroup;
import org.avance.warehouse.DeliveryDetails;
import org.avance.warehouse.Execution;
import org.avance.warehouse.ExecutionDetails;

/** Shows one execution from near, and what can be done now. */
public final class RunDetails {
  private static final int EXAMPLES = 3;

  private RunDetails() {}

  /**
   * What a delivery was loaded by, against what the folder of descriptors has now.
   *
   * @param descriptor true where it is the same
   * @param rulebook true where it is the same
   * @param rulebookVersion what the rulebook calls itself; empty where it is another now
   */
  public record AsNow(boolean descriptor, boolean rulebook, String rulebookVersion) {
    static AsNow of(DeliveryDetails delivery, InForce now) {
      boolean sameRules = delivery.rulebookDigest().equals(now.rulebookDigest());
      return new AsNow(
          delivery.descriptorDigest().equals(now.descriptorDigest()),
          sameRules,
          sameRules ? now.rulebookVersion() : "");
    }
  }

  /** A command that can be given now, and what it does. */
  public record Advice(String command, String effect) {}

  /**
   * One execution.
   *
   * @param cause why it failed or stopped, or what it waits for, in plain words; empty where it
   *     does neither
   * @param otherRuns other executions of the same load, oldest first
   * @param registered its delivery, with the counts of its last load; none where it never came to
   *     be registered
   * @param asNow one for each delivery
   * @param issues of the delivery, once for each kind
   * @param log the log's file
   * @param logLines those of its lines that belong to the execution, the first few
   * @param next what can be done now
   */
  public record Report(
      Execution run,
      String cause,
      List<Long> otherRuns,
      List<ExecutionDetails.Step> steps,
      List<DeliveryDetails> registered,
      List<AsNow> asNow,
      List<IssueGroup> issues,
      String log,
      List<String> logLines,
      List<Advice> next) {
    public Report {
      otherRuns = List.copyOf(otherRuns);
      steps = List.copyOf(steps);
      registered = List.copyOf(registered);
      asNow = List.copyOf(asNow);
      issues = List.copyOf(issues);
      logLines = List.copyOf(logLines);
      next = List.copyOf(next);
    }
  }

  /**
   * Looks and changes nothing.
   *
   * @throws Refusal where there is no execution of that number
   */
  public static Report perform(Workplace place, long run) {
    return Look.at(
        place,
        () -> {
          throw new Refusal(
              "no run is numbered %d: nothing was ever loaded into %s; `./avance run` does"
                  .formatted(run, place.home()));
        },
        look -> report(place, look, run));
  }

  private static Report report(Workplace place, Look look, long run) {
    look.mustBeUpToDate();
    Execution execution =
        look.executions()
            .find(run)
            .orElseThrow(
                () ->
                    new Refusal(
                        "no run is numbered %d; `./avance runs` lists those there are"
                            .formatted(run)));
    List<Long> others = look.executions().othersOfItsLoad(run);
    Optional<DeliveryDetails> delivery = look.delivery(execution.delivery());
    ExecutionDetails details = look.executionDetails();
    LogLines log = LogLines.of(place.home().resolve("log"), execution, now());
    return new Report(
        execution,
        cause(execution, details, look),
        others,
        details.steps(run),
        delivery.stream().toList(),
        delivery.map(each -> AsNow.of(each, inForce(place, each.feed()))).stream().toList(),
        delivery.map(each -> look.issues(each.delivery(), EXAMPLES)).orElse(List.of()),
        log.file().toString(),
        log.lines(),
        new NextSteps(
                execution, others, Standing.of(run, look.settings()), inInbox(place, execution))
            .list());
  }

  private static String cause(Execution execution, ExecutionDetails details, Look look) {
    if (execution.outcome().equals(Execution.RUNNING)) {
      boolean atLast =
          details.steps(execution.run()).stream().anyMatch(s -> s.step().equals("publish"));
      return atLast ? look.turnOfAnother(execution.feed()).orElse("") : "";
    }
    if (execution.outcome().equals(Execution.LEFT_AT_WORK)) {
      return look.holder(execution.feed())
          .map(
              held ->
                  "the server still works for a process that is gone: %s; it lets go once the statement has ended or is rolled back"
                      .formatted(held.inWords()))
          .orElse("the server worked for a process that is gone, until just now");
    }
    if (execution.outcome().equals(Execution.LEFT_BEHIND)) {
      return "its process is gone: killed, or its machine or its connection went down";
    }
    boolean broken = execution.outcome().equals("FAILED") || execution.outcome().equals("STOPPED");
    if (!broken) {
      return "";
    }
    String said = details.cause(execution.run());
    return said.isEmpty()
        ? "its process ended without a word, killed most likely; a later run recovered it"
        : said;
  }

  private static Instant now() {
    return Look.CLOCK.instant();
  }

  static InForce inForce(Workplace place, String feed) {
    try {
      return InForce.read(place.jobs(), feed);
    } catch (IOException unreadable) {
      return new InForce("", "", "");
    }
  }

  /** The delivery's file where it still lies in the inbox; its name decides edition and layout. */
  private static Optional<Path> inInbox(Workplace place, Execution execution) {
    return Optional.of(execution.fileName())
        .filter(name -> !name.isEmpty())
        .map(name -> place.inbox().resolve(name))
        .filter(Files::isRegularFile);
  }
}
