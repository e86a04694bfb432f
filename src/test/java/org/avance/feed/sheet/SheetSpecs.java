package org.avance.feed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.extract.sheettext.SheetLine;
import org.avance.extract.sheettext.SheetText;
import org.avance.feed.mapping.MappedRecord;
import org.avance.feed.mapping.MissingWords;
import org.avance.feed.number.NumberGrammar;
import org.avance.feed.number.NumberStyle;
import org.avance.issue.Issue;
import org.avance.issue.RefusedFile;
import org.avance.model.Assessment;
import org.avance.model.Budget;
import org.avance.model.Coverage;
import org.avance.model.Distribution;
import org.avance.model.Fact;
import org.avance.model.Finding;
import org.avance.model.Goals;
import org.avance.model.IndicatorValue;
import org.avance.model.PriceBasis;
import org.avance.model.Stated;

/**
 * Cases as data: {@code case.txt} is a document, {@code case.expected} all that a layout makes of
 * it, a line for each fact and issue. A case whose expected file is missing fails and prints what
 * was made.
 */
public final class SheetSpecs {
  private SheetSpecs() {}

  /** What a descriptor says of sheets of ISSSTE, with no more than it must. */
  public static SheetWords words(String layout) {
    return words(layout, Map.of());
  }

  public static SheetWords words(String layout, Map<String, String> programmes) {
    return new SheetWords(
        List.of(layout),
        "PEF",
        "51",
        "ISSSTE",
        programmes,
        new NumberGrammar(NumberStyle.MEXICAN),
        MissingWords.USUAL);
  }

  /** The cases below {@code src/test/resources/sheets}, by name. */
  public static Stream<String> cases(String folder) {
    try (Stream<Path> files = Files.list(path(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.substring(0, name.length() - 4))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the case and compares all that is made of it. */
  public static void check(SheetLayout layout, String folder, String name) throws IOException {
    SheetText text = text(Files.readString(path(folder).resolve(name + ".txt")));
    Path expected = path(folder).resolve(name + ".expected");
    List<String> lines = Files.exists(expected) ? Files.readAllLines(expected) : List.of();
    assertThat(String.join("\n", printed(layout, text, words(layout.name()))))
        .isEqualTo(String.join("\n", lines));
  }

  /** A document without pages; a form feed begins a page. */
  public static SheetText text(String document) {
    List<SheetLine> lines = new ArrayList<>();
    boolean paged = document.indexOf('\f') >= 0;
    int page = paged ? 1 : 0;
    int place = 0;
    for (String line : document.split("\r\n|\n|(?=\f)", -1)) {
      boolean begins = line.startsWith("\f");
      page += begins ? 1 : 0;
      place = begins ? 1 : place + 1;
      lines.add(new SheetLine(page, place, lines.size() + 1L, begins ? line.substring(1) : line));
    }
    return new SheetText(lines);
  }

  /** All that a document states, one line each; the reason alone where it is refused. */
  public static List<String> printed(SheetLayout layout, SheetText text, SheetWords words) {
    try {
      return printed(layout.read(text, words));
    } catch (RefusedFile e) {
      return List.of("REFUSED " + printed(e.issue()));
    }
  }

  public static List<String> printed(SheetReading reading) {
    SheetIdentity identity = reading.identity();
    List<String> lines = new ArrayList<>();
    lines.add(
        "IDENTITY %s | %s | %d".formatted(identity.subject(), identity.edition(), identity.year()));
    for (MappedRecord each : reading.records()) {
      each.facts().forEach(fact -> lines.add(at(each) + " " + printed(fact)));
      each.issues().forEach(issue -> lines.add(at(each) + " " + printed(issue)));
    }
    reading.issues().forEach(issue -> lines.add("FILE " + printed(issue)));
    FootedSheet.unmet(reading).forEach(total -> lines.add("UNMET " + total));
    reading.awaited().forEach(each -> lines.add("AWAITED " + each));
    return lines;
  }

  private static String at(MappedRecord each) {
    return each.row().firstLine() == each.row().lastLine()
        ? String.valueOf(each.row().firstLine())
        : each.row().firstLine() + "-" + each.row().lastLine();
  }

  public static String printed(Issue issue) {
    return issue.severity() + " " + issue.code() + " " + issue.message();
  }

  public static String printed(Fact fact) {
    String what = fact.kind() + " " + fact.programme().code() + " " + fact.year() + " ";
    if (fact instanceof Coverage coverage) {
      return what + coverage(coverage);
    }
    if (fact instanceof Budget budget) {
      return what + budget(budget);
    }
    if (fact instanceof IndicatorValue value) {
      return what + indicator(value);
    }
    if (fact instanceof Finding finding) {
      return what + finding(finding);
    }
    if (fact instanceof Assessment assessment) {
      return what + assessment(assessment);
    }
    if (fact instanceof Distribution cell) {
      return what + cell(cell);
    }
    return what + fact;
  }

  private static String assessment(Assessment fact) {
    Assessment.Printed printed = fact.printed();
    return words(
        fact.indicator().number(),
        quoted("name", fact.indicator().name()),
        quoted("objective", fact.indicator().objective()),
        fact.role() + quoted("", printed.role()),
        fact.direction() + quoted("", printed.direction()),
        fact.quality() + quoted("", printed.quality()),
        quoted("interim", printed.interim()),
        quoted("progress", printed.progress()),
        "focus " + fact.focus() + " (suggested " + fact.suggestedFocus() + ")",
        fact.marks().isEmpty() ? "" : fact.marks().toString(),
        quoted("other", fact.otherMarks()),
        fact.ambiguous() ? quoted("ambiguous", fact.note()) : "",
        "assumed " + fact.assumed());
  }

  private static String cell(Distribution fact) {
    return words(
        fact.focus() + " " + fact.progress(),
        figure(fact.figure()),
        fact.percent().isGiven() ? figure(fact.percent()) + " %" : "",
        quoted("printed", fact.printed()));
  }

  private static String coverage(Coverage fact) {
    return words(
        fact.population().name(),
        fact.sex().name(),
        fact.component().whole() ? "" : "(" + fact.component().name() + ")",
        figure(fact.figure()),
        quoted("unit", fact.unit()),
        quoted("definition", fact.definition()),
        quoted("note", fact.note()),
        fact.caveats().isEmpty() ? "" : fact.caveats().toString());
  }

  private static String budget(Budget fact) {
    return words(
        fact.stage().name(),
        figure(fact.figure()),
        fact.prices().equals(PriceBasis.NOMINAL)
            ? "nominal"
            : "prices of " + fact.prices().baseYear(),
        quoted("note", fact.note()));
  }

  private static String indicator(IndicatorValue fact) {
    Goals goals = fact.goals();
    return words(
        "(" + fact.indicator().level() + ")",
        quoted("name", fact.indicator().name()),
        figure(fact.figure()),
        "target " + figure(goals.target().min()) + " due " + goals.target().dueYear(),
        quoted("unit", fact.unit()),
        quoted("status", fact.printed().status()));
  }

  private static String finding(Finding fact) {
    return words(
        fact.type().name(),
        quoted("subject", fact.subject()),
        "#" + fact.number(),
        figure(fact.figure()),
        quoted("text", fact.text()));
  }

  public static String figure(Stated<BigDecimal> stated) {
    return stated.fold(
        BigDecimal::toPlainString,
        missing ->
            missing.reason()
                + (missing.officialText().isEmpty() ? "" : " " + missing.officialText()));
  }

  private static String quoted(String name, String text) {
    return text.isEmpty() ? "" : name + "=\"" + text + "\"";
  }

  private static String words(String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
  }

  private static Path path(String folder) {
    return Path.of("src", "test", "resources", "sheets", folder);
  }
}
