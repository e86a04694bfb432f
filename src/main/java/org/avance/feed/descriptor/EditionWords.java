package org.avance.feed.descriptor;

import java.util.List;
import org.avance.feed.descriptor.EditionPlan.YearEnd;

/** {@code edition}: what orders a feed's deliveries. */
final class EditionWords {
  private static final Word<YearEnd> YEAR_END =
      Word.optional(
          "yearEnd",
          Readers.oneOf(List.of(YearEnd.FIRST, YearEnd.LAST)),
          YearEnd.ONLY,
          "Which end of an edition such as 2023-2024 is its year.");
  private static final OriginWords ORIGIN = OriginWords.ofEdition().with(YEAR_END);

  static final Reader<EditionPlan> EDITION =
      ORIGIN
          .words()
          .<EditionPlan>as(
              "a map of fileName, constant or compose",
              said ->
                  ORIGIN.origin(said).map(text -> new EditionPlan.Named(text, said.get(YEAR_END))))
          .shaped(ORIGIN.shape().named(""));

  private EditionWords() {}
}
