package org.avance.feed.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.feed.mapping.MissingWords;
import org.avance.feed.number.NumberGrammar;
import org.avance.feed.text.Texts;

/**
 * What a descriptor says about documents that they do not say themselves.
 *
 * @param layouts names of the layouts that the feed's documents may have, in the order of the
 *     descriptor
 * @param codeSystem who gives the programme codes
 * @param agency code of the agency or ramo, for example {@code 51}
 * @param agencyName its name
 * @param programmes codes of programmes by the title or the key that a document prints
 * @param numbers how numbers are printed
 * @param missing words that stand where a value is missing
 */
public record SheetWords(
    List<String> layouts,
    String codeSystem,
    String agency,
    String agencyName,
    Map<String, String> programmes,
    NumberGrammar numbers,
    MissingWords missing) {
  public SheetWords {
    layouts = List.copyOf(layouts);
    programmes = Map.copyOf(programmes);
  }

  /** The code that the descriptor gives a programme of this title or key. */
  public Optional<String> programme(String printed) {
    return programmes.entrySet().stream()
        .filter(each -> Texts.key(each.getKey()).equals(Texts.key(printed)))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
