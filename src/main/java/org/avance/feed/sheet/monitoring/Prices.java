package org.avance.feed.sheet.monitoring;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.model.PriceBasis;

/** In whose money the amounts of a text are stated. Read from its words alone, never guessed. */
final class Prices {
  private static final Pattern CONSTANT =
      Pattern.compile(
          "(?:precios|pesos|valores) constantes(?: promedio)?(?: de| del| a| al)?(?: precios)?"
              + "(?: promedio)?(?: de| del)?(?: ano)? (?<year>(?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern NOMINAL =
      Pattern.compile("(?:precios|pesos|valores) (?:corrientes|nominales)|terminos nominales");

  private Prices() {}

  /** The one basis that the text names; empty where it names none or several. */
  static Optional<PriceBasis> of(String bare) {
    Set<PriceBasis> named = new LinkedHashSet<>();
    Matcher constant = CONSTANT.matcher(bare);
    while (constant.find()) {
      named.add(PriceBasis.constant(Integer.parseInt(constant.group("year"))));
    }
    if (NOMINAL.matcher(bare).find()) {
      named.add(PriceBasis.NOMINAL);
    }
    return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
  }
}
