package org.avance.feed.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.avance.feed.text.Texts;

/** INEGI's codes of the states, by the names that agencies print. */
final class Places {
  private static final String[] STATES = {
    "aguascalientes",
    "baja california",
    "baja california sur",
    "campeche",
    "coahuila|coahuila de zaragoza",
    "colima",
    "chiapas",
    "chihuahua",
    "ciudad de mexico|distrito federal|cdmx",
    "durango",
    "guanajuato",
    "guerrero",
    "hidalgo",
    "jalisco",
    "mexico|estado de mexico|edo. de mexico",
    "michoacan|michoacan de ocampo",
    "morelos",
    "nayarit",
    "nuevo leon",
    "oaxaca",
    "puebla",
    "queretaro|queretaro de arteaga",
    "quintana roo",
    "san luis potosi",
    "sinaloa",
    "sonora",
    "tabasco",
    "tamaulipas",
    "tlaxcala",
    "veracruz|veracruz de ignacio de la llave",
    "yucatan",
    "zacatecas"
  };

  private static final Map<String, String> CODES = new LinkedHashMap<>();

  static {
    for (int i = 0; i < STATES.length; i++) {
      for (String name : STATES[i].split("\\|", -1)) {
        CODES.put(name, "%02d".formatted(i + 1));
      }
    }
    for (String name : "nacional|total nacional|republica mexicana".split("\\|", -1)) {
      CODES.put(name, "MX");
    }
    CODES.put("no distribuible geograficamente", "NODIST");
    CODES.put("en el extranjero", "ABROAD");
    CODES.put("extranjero", "ABROAD");
  }

  private Places() {}

  /** The code of a printed name; empty where it is no name of a place that is known here. */
  static Optional<String> code(String name) {
    return Optional.ofNullable(CODES.get(Texts.key(name)));
  }

  /** Whether a text is the number of a state, with or without its zero. */
  static boolean isStateNumber(String text) {
    return text.matches("0?[1-9]|[12]\\d|3[0-2]");
  }
}
