package org.avance.model;

/**
 * An indicator as a feed states it in one year. Its identity over the years is settled when the
 * whole delivery is known: by code, by previous code, else by programme, level, name and unit.
 *
 * @param code the agency's own id (slug, key); empty where none is printed
 * @param previousCode its id in the cycle before; empty where none is printed
 * @param number printed number, for example {@code 1.1}
 * @param name as printed
 * @param level level in the results matrix, as printed
 * @param objective the objective it hangs from, as printed
 * @param frequency how often it is measured, as printed
 * @param definition as printed
 */
public record Indicator(
    String code,
    String previousCode,
    String number,
    String name,
    String level,
    String objective,
    String frequency,
    String definition) {

  public Indicator {
    if (code.isEmpty() && name.isEmpty()) {
      throw new IllegalArgumentException("an indicator needs a code or a name");
    }
  }
}
