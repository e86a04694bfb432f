package org.avance.feed.descriptor;

import java.util.Optional;
import org.avance.extract.yaml.YamlText;
import org.avance.feed.mapping.Refinement.Pad;

/** {@code pad}: a length, or a map of length and sign. */
final class PadWords {
  private static final Word<Integer> LENGTH =
      Word.needed("length", Readers.COUNT, "Characters that the text shall have.");
  private static final Word<Character> WITH =
      Word.optional("with", Readers.CHARACTER, '0', "What it is filled up with.");
  private static final Reader<Pad> MAP =
      Words.of(LENGTH, WITH)
          .as(
              "a length, or a map of length and with",
              said -> Optional.of(new Pad(said.get(LENGTH), said.get(WITH))));

  static final Reader<Pad> PAD =
      new Reader<>(
          MAP.expected(),
          (node, spot) ->
              node instanceof YamlText
                  ? Readers.COUNT.read(node, spot).map(length -> new Pad(length, '0'))
                  : MAP.read(node, spot),
          Shape.either(Readers.COUNT.shape(), MAP.shape()));

  private PadWords() {}
}
