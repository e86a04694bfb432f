package org.avance.feed.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.avance.feed.mapping.FactPlan.Part;

/**
 * What a bound mapping takes from its file.
 *
 * @param words each word of the facts and its sources in the file: column names, or the constant
 * @param columns every column that anything is taken from, or tested by
 */
public record Bindings(Map<String, Set<String>> words, Set<String> columns) {
  /** Of a file without columns. */
  public static final Bindings NONE = new Bindings(Map.of(), Set.of());

  static Bindings of(MappingPlan plan) {
    Map<String, Set<String>> words = new TreeMap<>();
    Set<String> columns = new LinkedHashSet<>(plan.key());
    for (FactPlan fact : plan.facts()) {
      fact.words().forEach((word, origin) -> add(words, word.name(), origin));
      add(words, "value", fact.value().origin());
      fact.figures().forEach((word, value) -> add(words, word.name(), value.origin()));
      if (fact.component() instanceof Part.Named part) {
        add(words, "component", part.name());
      }
      fact.origins().flatMap(Origin::columns).forEach(columns::add);
      conditions(fact.when(), columns);
    }
    conditions(plan.filter(), columns);
    footing(plan.footing(), columns);
    return new Bindings(new LinkedHashMap<>(words), columns);
  }

  private static void add(Map<String, Set<String>> words, String word, Origin origin) {
    String from = from(origin.source());
    words
        .computeIfAbsent(word, name -> new LinkedHashSet<>())
        .add(origin.assumed() ? from + " (assumed)" : from);
  }

  private static String from(Source source) {
    if (source instanceof Source.Constant constant) {
      return "\"" + constant.text() + "\"";
    }
    if (source instanceof Source.Composed composed) {
      return composed.parts().stream()
          .map(part -> from(part.source()))
          .collect(Collectors.joining(" + "));
    }
    return source instanceof Source.Column column ? column.name() : source.toString();
  }

  private static void footing(FootingPlan footing, Set<String> columns) {
    for (TotalsPlan totals : footing.totals()) {
      conditions(totals.when(), columns);
      columns.addAll(totals.of().keySet());
    }
    for (ControlPlan control : footing.controls()) {
      conditions(control.row(), columns);
      control.printed().origin().columns().forEach(columns::add);
    }
  }

  private static void conditions(List<Condition> conditions, Set<String> columns) {
    conditions.forEach(condition -> columns.add(condition.column()));
  }
}
