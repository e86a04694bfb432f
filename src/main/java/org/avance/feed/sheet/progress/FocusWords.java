package org.avance.feed.sheet.progress;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.avance.feed.text.Texts;
import org.avance.model.IndicatorFocus;

/**
 * The focus that the words of an indicator's name suggest, by the most of them; a tie is
 * management. A suggestion only: the distribution has been seen to say otherwise.
 */
final class FocusWords {
  private static final Map<IndicatorFocus, List<Pattern>> STEMS =
      new EnumMap<>(IndicatorFocus.class);

  static {
    STEMS.put(
        IndicatorFocus.MANAGEMENT,
        stems(
            "otorgad",
            "atendid",
            "realizad",
            "automatizad",
            "con programacion",
            "procesos",
            "eventos",
            "creditos",
            "monto",
            "inventario"));
    STEMS.put(
        IndicatorFocus.COORDINATION,
        stems("coordina", "convenio", "vincula", "interinstitucional"));
    STEMS.put(
        IndicatorFocus.RESULTS,
        stems(
            "prevalencia",
            "pobreza",
            "carencia",
            "tasa de mortalidad",
            "acceso efectivo",
            "brecha",
            "ingreso"));
  }

  private FocusWords() {}

  static IndicatorFocus suggested(String name) {
    String key = Texts.key(name);
    IndicatorFocus suggested = IndicatorFocus.MANAGEMENT;
    for (IndicatorFocus focus : STEMS.keySet()) {
      if (hits(key, focus) > hits(key, suggested)) {
        suggested = focus;
      } else if (focus != suggested && hits(key, focus) == hits(key, suggested)) {
        suggested = IndicatorFocus.MANAGEMENT;
      }
    }
    return suggested;
  }

  private static long hits(String key, IndicatorFocus focus) {
    return STEMS.getOrDefault(focus, List.of()).stream()
        .filter(stem -> stem.matcher(key).find())
        .count();
  }

  private static List<Pattern> stems(String... stems) {
    return List.of(stems).stream().map(stem -> Pattern.compile("\\b" + stem)).toList();
  }
}
