package org.avance.feed.sheet.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.avance.extract.sheettext.SheetLine;
import org.avance.extract.sheettext.SheetText;
import org.avance.feed.mapping.MappedRecord;
import org.avance.feed.mapping.MissingWords;
import org.avance.feed.number.NumberGrammar;
import org.avance.feed.number.NumberStyle;
import org.avance.feed.sheet.SheetReading;
import org.avance.feed.sheet.SheetWords;
import org.avance.issue.Issue;
import org.avance.issue.RefusedFile;
import org.avance.model.Assessment;
import org.avance.model.Distribution;
import org.avance.model.Fact;
import org.avance.model.Finding;
import org.avance.model.Footing;
import org.avance.model.Stated;

/** What a reading states, written as lines. */
final class Lines {
  static final SheetWords WORDS =
      new SheetWords(
          List.of("progress-sheet"),
          "PND",
          "51",
          "ISSSTE",
          Map.of(),
          new NumberGrammar(NumberStyle.MEXICAN),
          MissingWords.USUAL);

  private Lines() {}

  static SheetText text(String document) {
    List<SheetLine> lines = new ArrayList<>();
    document
        .lines()
        .forEach(line -> lines.add(new SheetLine(0, lines.size() + 1, lines.size() + 1L, line)));
    return new SheetText(lines);
  }

  /** All that a document states, its issues, and the totals that it does not meet. */
  static List<String> of(SheetText text) {
    try {
      return of(new ProgressSheet().read(text, WORDS));
    } catch (RefusedFile refused) {
      return List.of("refused " + refused.issue().code() + ": " + refused.getMessage());
    }
  }

  static List<String> of(SheetReading reading) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "document %s | %s | %d"
            .formatted(
                reading.identity().subject(),
                reading.identity().edition(),
                reading.identity().year()));
    for (MappedRecord record : reading.records()) {
      record.facts().forEach(fact -> lines.add(line(record, fact)));
      record.issues().forEach(issue -> lines.add("  " + line(issue)));
    }
    reading.issues().forEach(issue -> lines.add(line(issue)));
    unmet(reading).forEach(total -> lines.add("unmet " + total));
    return lines;
  }

  private static String line(Issue issue) {
    return "%s %d %s | %s"
        .formatted(issue.code(), issue.where().line(), issue.where().column(), issue.message());
  }

  private static String line(MappedRecord record, Fact fact) {
    if (fact instanceof Assessment each) {
      return assessment(each);
    }
    if (fact instanceof Distribution each) {
      return "cell %s %s | %s, %s %% | %s"
          .formatted(
              each.focus(),
              each.progress(),
              figure(each.figure()),
              figure(each.percent()),
              each.printed());
    }
    Finding each = (Finding) fact;
    return "%s %s %d | %s".formatted(each.type(), each.subject(), each.number(), each.text());
  }

  private static String assessment(Assessment each) {
    Assessment.Printed printed = each.printed();
    return "%s %s | %s | %s, %s, %s | %s | %s | %s (%s)%s%s%s"
        .formatted(
            each.indicator().number(),
            each.indicator().name(),
            each.indicator().objective(),
            label(each.role().name(), printed.role()),
            label(each.direction().name(), printed.direction()),
            label(each.quality().name(), printed.quality()),
            printed.interim(),
            printed.progress(),
            each.focus(),
            each.suggestedFocus(),
            each.marks().isEmpty()
                ? ""
                : " | "
                    + each.marks().values().stream()
                        .map(mark -> mark.name().substring(0, 1))
                        .collect(Collectors.joining()),
            each.otherMarks().isEmpty() ? "" : " + " + each.otherMarks(),
            each.ambiguous() ? " | ambiguous: " + each.note() : "");
  }

  private static String label(String meaning, String printed) {
    return meaning + (printed.isEmpty() ? "" : " \"" + printed + "\"");
  }

  private static String figure(Stated<BigDecimal> figure) {
    return figure.fold(BigDecimal::toPlainString, missing -> missing.reason().name());
  }

  /** As the judge says it, of totals that are not met. */
  static List<String> unmet(SheetReading reading) {
    List<String> unmet = new ArrayList<>();
    for (MappedRecord record : reading.records()) {
      for (Footing.Printed total : record.footing().printed()) {
        BigDecimal found = sum(reading, total);
        if (found.compareTo(total.figure()) != 0) {
          unmet.add(
              "%s: the printed total is %s, its records add up to %s"
                  .formatted(total.name(), total.figure(), found));
        }
      }
    }
    return unmet;
  }

  private static BigDecimal sum(SheetReading reading, Footing.Printed total) {
    return reading.records().stream()
        .flatMap(record -> record.footing().parts().stream())
        .filter(
            part ->
                part.kind() == total.kind()
                    && part.group().equals(total.group())
                    && part.column().equals(total.column()))
        .map(Footing.Part::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
