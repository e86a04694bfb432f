package org.avance.model;

import java.util.Set;

/**
 * What a feed says an indicator is, in some years. All texts are without case, accents and extra
 * spaces.
 *
 * @param hash of programme, code, level, name and unit
 * @param programme programme by its natural key
 * @param code the agency's own id; empty where none is printed
 * @param previousCode its id in the cycle before; empty where none is printed
 * @param years that it is stated for
 */
public record IndicatorStatement(
    String hash,
    String programme,
    String code,
    String previousCode,
    String level,
    String name,
    String unit,
    Set<Integer> years) {

  public IndicatorStatement {
    years = Set.copyOf(years);
  }
}
