package org.avance.feed.descriptor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A word of the language: what stands to the left of a colon.
 *
 * @param needed whether it must stand there
 * @param otherwise its value where it does not; null where that is a case of its own
 * @param meaning one sentence for documentation and schema
 */
record Word<T>(
    String name, Reader<T> reader, boolean needed, @Nullable T otherwise, String meaning) {

  static <T> Word<T> needed(String name, Reader<T> reader, String meaning) {
    return new Word<>(name, reader, true, null, meaning);
  }

  static <T> Word<T> optional(String name, Reader<T> reader, T otherwise, String meaning) {
    return new Word<>(name, reader, false, otherwise, meaning);
  }

  /** A word whose absence is a case of its own; see {@link Said#find}. */
  static <T> Word<T> maybe(String name, Reader<T> reader, String meaning) {
    return new Word<>(name, reader, false, null, meaning);
  }

  Optional<T> unsaid() {
    return Optional.ofNullable(otherwise);
  }
}
