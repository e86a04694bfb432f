package org.avance.feed.descriptor;

import java.util.regex.Pattern;
import org.avance.extract.xlsx.WorksheetChoice;
import org.avance.extract.yaml.YamlMap;

/** {@code worksheet}: a name, or a pattern that the whole name is like. */
final class WorksheetWords {
  private static final Word<Pattern> MATCHING =
      Word.needed("matching", Readers.PATTERN, "What the whole name is like.");

  private static final Reader<WorksheetChoice> BY_PATTERN =
      Words.of(MATCHING)
          .as("a map of matching", said -> said.find(MATCHING).map(WorksheetChoice.Matching::new));

  private static final Reader<WorksheetChoice> BY_NAME =
      Readers.TEXT.map(WorksheetChoice.Named::new);

  static final Reader<WorksheetChoice> CHOICE =
      new Reader<>(
          "a worksheet's name, or a map of matching",
          (node, spot) -> (node instanceof YamlMap ? BY_PATTERN : BY_NAME).read(node, spot),
          Shape.either(BY_NAME.shape(), BY_PATTERN.shape()));

  private WorksheetWords() {}
}
