package org.avance.feed.descriptor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;
import org.avance.feed.mapping.FactPlan.CutOff;
import org.avance.feed.mapping.Origin;
import org.avance.feed.mapping.ValueType;

/**
 * {@code asOf}: a cut-off date, either in parts ({@code {year: …, month: …, day: …}}) or written
 * out in one text ({@code {column: X, format: dd/MM/yyyy}}).
 */
record CutOffWords(AtHand atHand) {
  private static final LocalDate SOME_DAY = LocalDate.of(2020, 12, 31);

  private static final Word<String> FORMAT =
      Word.needed(
          "format",
          Readers.parsed("a format such as dd/MM/yyyy", CutOffWords::sound),
          "How the date is written.");

  Reader<CutOff> reader() {
    OriginWords text = OriginWords.of("asOf", ValueType.text(0), atHand).with(FORMAT);
    Reader<CutOff> written =
        text.words()
            .as(
                "a map of a column and its format",
                said -> text.origin(said).map(origin -> written(origin, said.get(FORMAT))));
    Reader<CutOff> parts = parts();
    return new Reader<>(
        "a map of year, month and day, or of a column and its format",
        (node, spot) -> (isInParts(node) ? parts : written).read(node, spot),
        Shape.either(parts.shape(), text.mapShape()));
  }

  private Reader<CutOff> parts() {
    Word<Origin> year = Word.needed("year", part("year", ValueType.YEAR), "Year of the cut-off.");
    Word<Origin> month =
        Word.maybe("month", part("month", ValueType.MONTH), "Month; else the end of the year.");
    Word<Origin> day =
        Word.maybe("day", part("day", ValueType.DAY), "Day; else the end of the month.");
    return Words.of(year, month, day)
        .as("a map of year, month and day", said -> parts(said, year, month, day));
  }

  private static Optional<CutOff> parts(
      Said said, Word<Origin> year, Word<Origin> month, Word<Origin> day) {
    if (said.has(day) && !said.has(month)) {
      said.fault(day, "expected a month beside the day but found none");
      return Optional.empty();
    }
    List<Origin> parts = new ArrayList<>(List.of(said.get(year)));
    said.find(month).ifPresent(parts::add);
    said.find(day).ifPresent(parts::add);
    return Optional.of(new CutOff.Parts(parts));
  }

  private Reader<Origin> part(String word, ValueType<?> type) {
    return OriginWords.of(word, type, atHand).reader();
  }

  private static boolean isInParts(YamlNode node) {
    return node instanceof YamlMap map
        && (map.find("year").isPresent() || map.find("month").isPresent());
  }

  private static CutOff written(Origin text, String format) {
    return new CutOff.Written(text, format, formatter(format));
  }

  /** Strict, so that 31 February is no date; which needs u for the year. */
  private static DateTimeFormatter formatter(String format) {
    return DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** A format that gives every day back, so one that has day, month and year. */
  private static Optional<String> sound(String format) {
    try {
      DateTimeFormatter formatter = formatter(format);
      LocalDate read = LocalDate.parse(formatter.format(SOME_DAY), formatter);
      return Optional.of(format).filter(sound -> read.equals(SOME_DAY));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
