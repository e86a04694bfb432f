package org.avance.warehouse;

import java.math.BigDecimal;

/** One value of an answer, told apart as far as output needs it. */
public sealed interface Cell {

  /** The value as text, in the same form for every output; empty for {@link Null}. */
  String text();

  /** A number. Prints plainly, without zeros at the end: {@code 61851.0000000000} is 61851. */
  record Numeric(BigDecimal value) implements Cell {
    @Override
    public String text() {
      return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
  }

  /** Text, or an ISO 8601 date or instant; may be empty, which is not {@link Null}. */
  record Text(String text) implements Cell {}

  /** The database states no value. */
  record Null() implements Cell {
    @Override
    public String text() {
      return "";
    }
  }
}
