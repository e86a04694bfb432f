package org.avance.model;

import java.util.function.Function;

/**
 * What an official cell says: a value, or that there is none and why.
 *
 * @param <T> type of the value
 */
public sealed interface Stated<T> {

  /** A value the cell states. */
  record Given<T>(T value) implements Stated<T> {}

  /** The cell says, in the agency's own text, that there is no value. */
  record Missing<T>(MissingReason reason, String officialText) implements Stated<T> {}

  static <T> Stated<T> given(T value) {
    return new Given<>(value);
  }

  static <T> Stated<T> missing(MissingReason reason, String officialText) {
    return new Missing<>(reason, officialText);
  }

  /** The one way to look inside: exactly one of the two functions is applied. */
  default <R> R fold(Function<T, R> given, Function<Missing<T>, R> missing) {
    if (this instanceof Given<T> present) {
      return given.apply(present.value());
    }
    return missing.apply((Missing<T>) this);
  }

  default boolean isGiven() {
    return this instanceof Given<T>;
  }
}
