package org.avance.feed.descriptor;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.avance.extract.HeaderPlace;

/** {@code header}: where the names of the columns stand. */
final class HeaderWords {
  /** Numbers of rows that follow one another, as Frictionless spells {@code headerRows}. */
  static final Reader<HeaderPlace> ROWS =
      new Reader<>(
          "a row number, or a list of rows that follow one another",
          (node, spot) ->
              Readers.listOf(Readers.COUNT)
                  .read(node, spot)
                  .flatMap(
                      rows ->
                          follow(rows)
                              ? Optional.of(rows(rows))
                              : spot.expected("rows that follow one another", node)),
          Readers.listOf(Readers.COUNT).shape());

  private static final Word<HeaderPlace> BY_NUMBER =
      Word.maybe("rows", ROWS, "Number of the header's row, or rows, from the top of the file.");
  private static final Word<List<String>> CONTAINING =
      Word.maybe("containing", Readers.listOf(Readers.TEXT), "The first row with these names.");
  private static final Word<Pattern> MATCHING =
      Word.maybe("matching", Readers.PATTERN, "The first row with a cell of this pattern.");
  private static final Word<List<String>> NAMES =
      Word.maybe("names", Readers.listOf(Readers.TEXT), "There is no header; the columns' names.");

  static final Reader<HeaderPlace> HEADER =
      Words.of(BY_NUMBER, CONTAINING, MATCHING, NAMES)
          .as("a map of rows, containing, matching or names", HeaderWords::place)
          .shaped(
              Shape.of(Words.of(BY_NUMBER, CONTAINING, MATCHING, NAMES))
                  .withOneOf(BY_NUMBER, CONTAINING, MATCHING, NAMES));

  static final HeaderPlace FIRST_ROW = new HeaderPlace.Rows(1, 1);

  private HeaderWords() {}

  private static Optional<HeaderPlace> place(Said said) {
    return said.exactlyOne(BY_NUMBER, CONTAINING, MATCHING, NAMES)
        .map(
            word ->
                said.find(BY_NUMBER)
                    .or(() -> said.find(CONTAINING).map(HeaderPlace.Containing::new))
                    .or(() -> said.find(MATCHING).map(HeaderPlace.Matching::new))
                    .orElseGet(() -> new HeaderPlace.None(said.get(NAMES))));
  }

  private static boolean follow(List<Integer> rows) {
    return Collections.max(rows) - rows.get(0) == rows.size() - 1
        && rows.stream().sorted().distinct().toList().equals(rows);
  }

  private static HeaderPlace rows(List<Integer> rows) {
    return new HeaderPlace.Rows(rows.get(0), rows.get(rows.size() - 1));
  }
}
