package org.avance.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place by its INEGI code, or a member that is no place.
 *
 * @param level what kind of member
 * @param code natural key: {@code MX}, {@code 27}, {@code 27004}, {@code 27-WHOLE}, {@code
 *     SEVERAL}, {@code NODIST}, {@code ABROAD}; empty when unknown
 */
public record Geography(GeographyLevel level, String code) {
  public static final Geography UNKNOWN = new Geography(GeographyLevel.UNKNOWN, "");
  public static final Geography NATION = new Geography(GeographyLevel.NATION, "MX");
  public static final Geography SEVERAL_STATES =
      new Geography(GeographyLevel.SEVERAL_STATES, "SEVERAL");
  public static final Geography NOT_DISTRIBUTABLE =
      new Geography(GeographyLevel.NOT_DISTRIBUTABLE, "NODIST");
  public static final Geography ABROAD = new Geography(GeographyLevel.ABROAD, "ABROAD");

  private static final Pattern PLACE =
      Pattern.compile("(0[1-9]|[12]\\d|3[0-2])(\\d{3}|-WHOLE|-METRO)?");

  /**
   * What descriptors may write: one of the codes above, a state 01-32, or state and municipality.
   */
  public static final String ACCEPTED =
      "MX, a state 01 to 32, a municipality of five digits (27004), 27-WHOLE, 27-METRO, SEVERAL, NODIST or ABROAD";

  /** Reads a normalised code; empty where {@link #ACCEPTED} does not hold. */
  public static Optional<Geography> of(String code) {
    return switch (code) {
      case "MX" -> Optional.of(NATION);
      case "SEVERAL" -> Optional.of(SEVERAL_STATES);
      case "NODIST" -> Optional.of(NOT_DISTRIBUTABLE);
      case "ABROAD" -> Optional.of(ABROAD);
      default -> place(code);
    };
  }

  private static Optional<Geography> place(String code) {
    if (!PLACE.matcher(code).matches()) {
      return Optional.empty();
    }
    GeographyLevel level = GeographyLevel.MUNICIPALITY;
    if (code.length() == 2) {
      level = GeographyLevel.STATE;
    } else if (code.endsWith("-WHOLE")) {
      level = GeographyLevel.WHOLE_STATE;
    } else if (code.endsWith("-METRO")) {
      level = GeographyLevel.METROPOLITAN_AREA;
    }
    return Optional.of(new Geography(level, code));
  }
}
