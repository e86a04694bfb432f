package org.avance.feed.sheet.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.avance.feed.mapping.MappedRecord;
import org.avance.feed.sheet.FootedSheet;
import org.avance.feed.sheet.SheetReading;
import org.avance.feed.text.Texts;
import org.avance.model.Assessment;
import org.avance.model.CriterionMark;
import org.avance.model.Distribution;
import org.avance.model.Fact;
import org.avance.model.Finding;
import org.avance.model.FindingKind;
import org.avance.model.IndicatorRole;

/** Fields that were read as printed, are missing with an issue, or are wrong. */
final class Tally {
  private final List<String> wrong = new ArrayList<>();
  private int equal;
  private int missing;
  private String where = "";

  List<String> wrong() {
    return List.copyOf(wrong);
  }

  double missingPercent() {
    return 100.0 * missing / (equal + missing + wrong.size());
  }

  @Override
  public String toString() {
    return "%d equal, %d missing, %d wrong".formatted(equal, missing, wrong.size());
  }

  void compare(int seed, RandomSheet sheet, boolean marks, SheetReading reading) {
    where = "sheet " + seed;
    boolean hasIssue =
        Stream.concat(
                reading.issues().stream(),
                reading.records().stream().flatMap(each -> each.issues().stream()))
            .findAny()
            .isPresent();
    field("title", sheet.title(), title(reading), hasIssue);
    field(
        "year",
        "" + sheet.years().get(sheet.years().size() - 1),
        "" + reading.identity().year(),
        false);
    for (RandomSheet.Objective objective : sheet.objectives()) {
      for (RandomSheet.Indicator indicator : objective.indicators()) {
        indicator(objective, indicator, marks, reading);
      }
      field(
          "narrative " + objective.number(),
          objective.narrative(),
          finding(reading, FindingKind.NARRATIVE, "objective " + objective.number()),
          false);
    }
    field(
        "focus",
        sheet.prose().focus(),
        finding(reading, FindingKind.NARRATIVE, Part.FOCUS.title()),
        false);
    field(
        "below",
        sheet.prose().below(),
        finding(reading, FindingKind.NARRATIVE, Part.DISTRIBUTION.title()),
        false);
    field(
        "conclusions",
        sheet.prose().conclusions(),
        finding(reading, FindingKind.CONCLUSION, ""),
        false);
    field("footnote", sheet.prose().footnote(), finding(reading, FindingKind.FOOTNOTE, "*"), false);
    matrix(sheet, reading, hasIssue);
    FootedSheet.unmet(reading).forEach(total -> wrong.add(where + " " + total));
    long count = facts(reading).filter(Assessment.class::isInstance).count();
    field("number of indicators", "" + sheet.count(), "" + count, false);
  }

  private void indicator(
      RandomSheet.Objective objective,
      RandomSheet.Indicator truth,
      boolean marks,
      SheetReading reading) {
    Optional<MappedRecord> record =
        reading.records().stream()
            .filter(
                each ->
                    each.facts().stream()
                        .anyMatch(
                            fact ->
                                fact instanceof Assessment it
                                    && it.indicator().number().equals(truth.number())))
            .findFirst();
    if (record.isEmpty()) {
      field(truth.number(), truth.name(), "", false);
      return;
    }
    boolean hasIssue = !record.get().issues().isEmpty() || !reading.issues().isEmpty();
    Assessment read = (Assessment) record.get().facts().get(0);
    String n = truth.number() + " ";
    field(n + "name", truth.name(), read.indicator().name(), false);
    field(n + "objective", objective.text(), read.indicator().objective(), false);
    field(n + "role", truth.role(), read.printed().role(), hasIssue);
    boolean deducedWrong =
        read.role()
            == (truth.number().endsWith(".1")
                ? IndicatorRole.PARAMETER
                : IndicatorRole.WELLBEING_TARGET);
    field(n + "role deduced", "false", "" + deducedWrong, false);
    field(n + "direction", truth.direction(), read.printed().direction(), hasIssue);
    field(n + "quality", truth.quality(), read.printed().quality(), hasIssue);
    field(n + "interim", truth.interim(), read.printed().interim(), hasIssue);
    field(n + "progress", truth.progress(), read.printed().progress(), hasIssue);
    if (marks) {
      String printed =
          truth.marks().isEmpty()
              ? ""
              : truth.marks().stream()
                  .map(met -> met ? CriterionMark.MET : CriterionMark.WARNING)
                  .toList()
                  .toString();
      field(
          n + "marks",
          printed,
          read.marks().isEmpty() ? "" : read.marks().values().toString(),
          hasIssue);
    } else {
      field(n + "marks", "", read.marks().isEmpty() ? "" : read.marks().toString(), false);
    }
  }

  private void matrix(RandomSheet sheet, SheetReading reading, boolean hasIssue) {
    for (int i = 0; i < RandomSheet.FOCI.size(); i++) {
      for (int j = 0; j < RandomSheet.CLASSES.size(); j++) {
        String focus = RandomSheet.FOCI.get(i);
        String progress = RandomSheet.CLASSES.get(j).replace("*", "");
        String read =
            facts(reading)
                .filter(Distribution.class::isInstance)
                .map(Distribution.class::cast)
                .filter(
                    each ->
                        each.focus().officialLabel().equals(focus)
                            && each.progress().officialLabel().equals(progress))
                .map(each -> each.figure().fold(BigDecimal::toPlainString, missing -> ""))
                .findFirst()
                .orElse("");
        field(focus + " " + progress, "" + sheet.matrix()[i][j], read, hasIssue);
      }
    }
  }

  private void field(String name, String truth, String read, boolean hasIssue) {
    if (Texts.folded(truth).equals(read)) {
      equal++;
    } else if (read.isEmpty() && hasIssue) {
      missing++;
    } else {
      wrong.add("%s %s: printed \"%s\", read \"%s\"".formatted(where, name, truth, read));
    }
  }

  private static String title(SheetReading reading) {
    return facts(reading).map(fact -> fact.programme().name()).findFirst().orElse("");
  }

  private static String finding(SheetReading reading, FindingKind kind, String subject) {
    return String.join(
        " ",
        facts(reading)
            .filter(Finding.class::isInstance)
            .map(Finding.class::cast)
            .filter(each -> each.type() == kind && each.subject().equals(subject))
            .map(Finding::text)
            .toList());
  }

  private static Stream<Fact> facts(SheetReading reading) {
    return reading.records().stream().flatMap(each -> each.facts().stream());
  }
}
