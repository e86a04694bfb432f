package org.avance.classify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.avance.model.CoverageGroup;
import org.avance.model.CoverageJudgement;
import org.avance.model.CoveragePoint;
import org.avance.model.MissingReason;
import org.avance.model.PopulationKind;
import org.avance.model.RuleStatus;
import org.avance.model.Sex;
import org.avance.model.Stated;

/**
 * Coverage groups and their judgements as tables. Left of the bar stands a point: population, year,
 * unit, figure, where {@code ND} is missing and a question mark makes the point ambiguous. Right of
 * it what the rules say: segment, flags, change in percent.
 */
final class Judged {
  static final CoverageRules RULES = rules("30", "2", "0.01");

  private Judged() {}

  static CoverageRules rules(String jump, String slip, String tolerance) {
    return new CoverageRules(value(jump), value(slip), value(tolerance));
  }

  static RuleValue value(String number) {
    return new RuleValue(new BigDecimal(number), RuleStatus.PROVISIONAL, "a test");
  }

  /** The table with its right side as the rules fill it in. */
  static String judge(String table) {
    return RULES.judge(group(points(table))).stream()
        .map(Judged::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  static List<CoveragePoint> points(String table) {
    return table.lines().map(line -> point(line.split("\\|")[0].trim().split(" +"))).toList();
  }

  static CoverageGroup group(List<CoveragePoint> points) {
    return new CoverageGroup("PEF", "51", "E045", "", 0, Sex.TOTAL, "00", points);
  }

  private static CoveragePoint point(String[] words) {
    boolean ambiguous = words[3].endsWith("?");
    String figure = words[3].replace("?", "");
    return new CoveragePoint(
        PopulationKind.valueOf(words[0]),
        Integer.parseInt(words[1]),
        words[2],
        figure.equals("ND")
            ? Stated.missing(MissingReason.NOT_AVAILABLE, "ND")
            : Stated.given(new BigDecimal(figure)),
        ambiguous);
  }

  private static String line(CoverageJudgement judgement) {
    CoveragePoint point = judgement.point();
    String figure = point.figure().fold(BigDecimal::toPlainString, missing -> "ND");
    String left =
        "%-9s %d %-8s %s%s"
            .formatted(
                point.population(),
                point.year(),
                point.unitCode(),
                figure,
                point.ambiguous() ? "?" : "");
    return String.format(Locale.ROOT, "%-34s | %s", left, said(judgement));
  }

  private static String said(CoverageJudgement judgement) {
    List<String> words = new ArrayList<>();
    words.add(Integer.toString(judgement.segment()));
    words.addAll(flags(judgement));
    judgement.change().map(percent -> percent + "%").ifPresent(words::add);
    return String.join(" ", words);
  }

  static List<String> flags(CoverageJudgement judgement) {
    List<String> flags = new ArrayList<>();
    addIf(judgement.isBreak(), "BREAK", flags);
    addIf(judgement.isJump(), "JUMP", flags);
    addIf(judgement.isScaleSlip(), "SLIP", flags);
    addIf(judgement.servedOverTarget(), "SERVED>TARGET", flags);
    addIf(judgement.servedOverPotential(), "SERVED>POTENTIAL", flags);
    addIf(judgement.targetOverPotential(), "TARGET>POTENTIAL", flags);
    return flags;
  }

  private static void addIf(boolean holds, String flag, List<String> flags) {
    if (holds) {
      flags.add(flag);
    }
  }
}
