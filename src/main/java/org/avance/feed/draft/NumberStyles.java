package org.avance.feed.draft;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.avance.feed.number.Dash;
import org.avance.feed.number.NumberGrammar;
import org.avance.feed.number.NumberStyle;
import org.avance.feed.number.Permission;
import org.avance.feed.text.Texts;
import org.avance.model.MissingReason;
import org.jspecify.annotations.Nullable;

/** Which number style most cells are printed in, and which words stand in place of numbers. */
final class NumberStyles {
  /** In the order in which they are believed where cells are read by several. */
  static final List<NumberGrammar> CANDIDATES =
      Stream.of(style(",", "."), style(".", ","), style(" ", "."), style(" ", ","), style("'", "."))
          .map(NumberGrammar::new)
          .toList();

  /** What agencies write where there is no figure, by {@link Texts#key} without its signs. */
  private static final Map<String, MissingReason> MISSING =
      Map.ofEntries(
          Map.entry("nd", MissingReason.NOT_AVAILABLE),
          Map.entry("sd", MissingReason.NOT_AVAILABLE),
          Map.entry("si", MissingReason.NOT_AVAILABLE),
          Map.entry("no disponible", MissingReason.NOT_AVAILABLE),
          Map.entry("sin dato", MissingReason.NOT_AVAILABLE),
          Map.entry("sin datos", MissingReason.NOT_AVAILABLE),
          Map.entry("sin informacion", MissingReason.NOT_AVAILABLE),
          Map.entry("por determinar", MissingReason.NOT_AVAILABLE),
          Map.entry("na", MissingReason.NOT_APPLICABLE),
          Map.entry("no aplica", MissingReason.NOT_APPLICABLE),
          Map.entry("no es aplicable", MissingReason.NOT_APPLICABLE),
          Map.entry("nr", MissingReason.NOT_REPORTED),
          Map.entry("no reporta", MissingReason.NOT_REPORTED),
          Map.entry("no reportado", MissingReason.NOT_REPORTED),
          Map.entry("null", MissingReason.NOT_AVAILABLE),
          Map.entry("nan", MissingReason.NOT_AVAILABLE));

  private NumberStyles() {}

  private static NumberStyle style(String group, String decimal) {
    return new NumberStyle(
        group, decimal, Dash.REFUSED, Permission.ALLOWED, Permission.ALLOWED, true, BigDecimal.ONE);
  }

  /** The style that reads the most cells of columns that are mostly numbers. */
  static int of(List<Profile> columns) {
    int best = 0;
    for (int i = 1; i < CANDIDATES.size(); i++) {
      best = read(columns, i) > read(columns, best) ? i : best;
    }
    return best;
  }

  private static long read(List<Profile> columns, int style) {
    return columns.stream()
        .filter(column -> column.readBy(style) * 2 >= column.filled() - missing(column))
        .mapToLong(column -> column.readBy(style))
        .sum();
  }

  /** True where nearly all cells are numbers, words for missing ones aside. */
  static boolean isNumeric(Profile column, int style) {
    long expected = column.filled() - missing(column) - column.dashes();
    return column.readBy(style) > 0 && column.readBy(style) >= 0.8 * expected;
  }

  static long missing(Profile column) {
    return column.count(text -> reason(text) != null);
  }

  /** Why a figure is missing where this text stands; null where it is no such text. */
  static @Nullable MissingReason reason(String text) {
    return MISSING.get(Texts.key(text).replaceAll("[./\\\\-]", ""));
  }
}
