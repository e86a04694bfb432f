package org.avance.feed.descriptor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.avance.extract.container.ByteSize;
import org.avance.extract.container.Limits;
import org.avance.extract.container.Packing;

/** The words that say how a feed's files may be packed. */
final class PackingWords {
  private static final Reader<Long> SIZE =
      Readers.parsed("a size such as 500 MB or 4 GB", ByteSize::find);

  static final Word<Limits> LIMITS =
      Word.optional("limits", limits(), Limits.USUAL, "What a compressed file may unpack to.");
  static final Word<Pattern> ENTRY =
      Word.optional(
          "entry",
          Readers.PATTERN,
          Packing.USUAL.entry(),
          "Which file of a zip is the feed's, by its name with its folders.");

  static final List<Word<?>> ALL = List.of(LIMITS, ENTRY);

  private PackingWords() {}

  /** What a feed's map says of its files' packing. */
  static Packing packing(Said said) {
    return new Packing(said.get(LIMITS), said.get(ENTRY));
  }

  private static Reader<Limits> limits() {
    Limits usual = Limits.USUAL;
    Word<Integer> ratio =
        Word.optional(
            "ratio",
            Readers.COUNT,
            usual.maxRatio(),
            "Unpacked bytes for each packed one, beyond the first MB.");
    Word<Long> bytes =
        Word.optional("bytes", SIZE, usual.maxBytes(), "Unpacked size, all entries together.");
    Word<Integer> entries =
        Word.optional("entries", Readers.COUNT, usual.maxEntries(), "Entries of a zip.");
    return Words.of(ratio, bytes, entries)
        .as(
            "a map of ratio, bytes and entries",
            said -> Optional.of(new Limits(said.get(ratio), said.get(bytes), said.get(entries))));
  }
}
