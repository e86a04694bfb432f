package org.avance.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.load.FactFace;
import org.avance.load.StagedRecord;
import org.avance.model.SameKey;

/**
 * Which records of one file repeat or contradict each other: in memory what staging settles with
 * tables. Beyond {@value #MOST} facts nothing is judged.
 */
final class KeyCensus {
  private static final int MOST = 1_000_000;

  private final SameKey rule;
  private final List<Held> facts = new ArrayList<>();
  private boolean full;

  /** One fact, known by hashes. */
  private record Held(long record, long line, long key, long content) {}

  /**
   * What the rule makes of them.
   *
   * @param conflicting lines by number of the records that share a key with another and differ
   * @param merged the same of records each of whose facts repeats an earlier one
   * @param facts that are left
   */
  record Settled(Map<Long, Long> conflicting, Map<Long, Long> merged, long facts) {}

  KeyCensus(SameKey rule) {
    this.rule = rule;
  }

  void add(StagedRecord record) {
    for (FactFace face : FactFace.of(record, rule)) {
      if (facts.size() == MOST) {
        full = true;
        return;
      }
      facts.add(new Held(record.number(), record.firstLine(), face.key(), face.content()));
    }
  }

  /** False where there were too many facts to hold in memory. */
  boolean isWhole() {
    return !full;
  }

  Settled settle() {
    Map<Long, Long> conflicting = conflicting();
    List<Held> left =
        rule == SameKey.QUARANTINE
            ? facts.stream().filter(fact -> !conflicting.containsKey(fact.record())).toList()
            : facts;
    Map<Long, Long> merged = new LinkedHashMap<>();
    Set<Long> standing = new HashSet<>();
    Set<List<Long>> seen = new HashSet<>();
    long repeated = 0;
    for (Held fact : left) {
      if (seen.add(List.of(fact.key(), fact.content()))) {
        standing.add(fact.record());
      } else {
        repeated++;
        merged.put(fact.record(), fact.line());
      }
    }
    merged.keySet().removeAll(standing);
    if (rule == SameKey.NUMBER) {
      conflicting.keySet().removeAll(merged.keySet());
    }
    return new Settled(conflicting, merged, left.size() - repeated);
  }

  private Map<Long, Long> conflicting() {
    Map<Long, Long> contents = new HashMap<>();
    Set<Long> contradicted =
        facts.stream()
            .filter(
                fact -> {
                  Long first = contents.putIfAbsent(fact.key(), fact.content());
                  return first != null && first != fact.content();
                })
            .map(Held::key)
            .collect(Collectors.toSet());
    Map<Long, Long> lines = new TreeMap<>();
    facts.stream()
        .filter(fact -> contradicted.contains(fact.key()))
        .forEach(fact -> lines.put(fact.record(), fact.line()));
    return lines;
  }

  /** The issues of what was settled, as staging would note them. */
  List<Issue> issues(Settled settled) {
    List<Issue> issues = new ArrayList<>();
    boolean numbered = rule == SameKey.NUMBER;
    IssueCode code = numbered ? IssueCode.KEY_NUMBERED : IssueCode.KEY_CONFLICT;
    String accepted = numbered ? "something that tells them apart" : "one value for each key";
    settled
        .conflicting()
        .values()
        .forEach(
            line ->
                issues.add(
                    issue(
                        code,
                        line,
                        "The record shares a key with another one and differs.",
                        accepted)));
    settled
        .merged()
        .values()
        .forEach(
            line ->
                issues.add(
                    issue(
                        IssueCode.DUPLICATE_MERGED,
                        line,
                        "The record repeats an earlier one to the letter.",
                        "")));
    return issues;
  }

  private static Issue issue(IssueCode code, long line, String message, String accepted) {
    return new Issue(code, Location.line(line), "", message, accepted);
  }
}
