package org.avance.feed.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.feed.mapping.MissingWords;
import org.avance.feed.number.NumberGrammar;
import org.avance.feed.sheet.SheetWords;

/** {@code sheet}: what whole documents do not say themselves. */
final class DocumentWords {
  private static final Word<List<String>> LAYOUTS =
      Word.optional(
          "layouts",
          Readers.listOf(Readers.exactly(SheetLayouts.names())),
          SheetLayouts.names(),
          "Layouts that the documents may have; all, where it is not said.");
  private static final Word<String> CODE_SYSTEM =
      Word.optional("codeSystem", Readers.TEXT, "PEF", "Who gives the programme codes.");
  private static final Word<String> AGENCY =
      Word.needed("agency", Readers.TEXT, "Code of the agency or ramo.");
  private static final Word<String> AGENCY_NAME =
      Word.optional("agencyName", Readers.TEXT, "", "Its name.");
  private static final Word<Map<String, String>> PROGRAMMES =
      Word.optional(
          "programmes",
          Readers.mapOf(Readers.TEXT),
          Map.of(),
          "Codes of programmes by the title or key that a document prints.");

  /** The documents' words, without those about numbers and missing values, which any feed has. */
  static final Word<SheetWords> SHEET =
      Word.maybe(
          "sheet",
          Words.of(LAYOUTS, CODE_SYSTEM, AGENCY, AGENCY_NAME, PROGRAMMES)
              .as("a map of what documents do not say themselves", DocumentWords::words),
          "Files are whole documents, known by their headings; what they do not say themselves.");

  private DocumentWords() {}

  private static Optional<SheetWords> words(Said said) {
    return Optional.of(
        new SheetWords(
            said.get(LAYOUTS),
            said.get(CODE_SYSTEM),
            said.get(AGENCY),
            said.get(AGENCY_NAME),
            said.get(PROGRAMMES),
            LayoutWords.NUMBERS.unsaid().orElseThrow(),
            LayoutWords.MISSING_VALUES.unsaid().orElseThrow()));
  }

  /** The same words, with how the feed prints numbers and what is missing. */
  static SheetWords with(SheetWords words, NumberGrammar numbers, MissingWords missing) {
    return new SheetWords(
        words.layouts(),
        words.codeSystem(),
        words.agency(),
        words.agencyName(),
        words.programmes(),
        numbers,
        missing);
  }
}
