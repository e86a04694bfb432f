package org.avance.feed.mapping;

/**
 * A word that a fact is made of.
 *
 * @param name as descriptors write it
 * @param type which texts it takes
 * @param unsaid its value where the descriptor does not give it an origin
 * @param blank its value where the origin is blank in a record
 * @param needed whether a blank is an issue
 * @param meaning one sentence for documentation and schema
 */
public record FactWord<T>(
    String name, ValueType<T> type, T unsaid, T blank, boolean needed, String meaning) {

  /** Words are told apart by their names; maps of them are looked up for every record. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FactWord<?> word && word.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  static <T> FactWord<T> optional(String name, ValueType<T> type, T unsaid, String meaning) {
    return new FactWord<>(name, type, unsaid, unsaid, false, meaning);
  }

  static FactWord<String> text(String name, int limit, String meaning) {
    return optional(name, ValueType.text(limit), "", meaning);
  }

  static <T> FactWord<T> needed(String name, ValueType<T> type, T unsaid, String meaning) {
    return new FactWord<>(name, type, unsaid, unsaid, true, meaning);
  }

  FactWord<T> whereBlank(T value) {
    return new FactWord<>(name, type, unsaid, value, needed, meaning);
  }
}
