package org.avance.feed.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.avance.feed.mapping.FactPlan.Part;

/**
 * What a bound mapping takes from its file.
 *
 * @param words each word of the facts and its sources in the file: column names, or the constant
 * @param columns every column that anything is taken from, or tested by
 */
public record Bindings(Map<String, Set<String>> words, Set<String> columns) {

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
      fact.origins().map(Origin::source).forEach(source -> column(source).forEach(columns::add));
      conditions(fact.when(), columns);
    }
    conditions(plan.filter(), columns);
    conditions(plan.totals(), columns);
    return new Bindings(new LinkedHashMap<>(words), columns);
  }

  private static void add(Map<String, Set<String>> words, String word, Origin origin) {
    String from =
        origin.source() instanceof Source.Constant constant
            ? "\"" + constant.text() + "\""
            : String.join("", column(origin.source()).toList());
    words
        .computeIfAbsent(word, name -> new LinkedHashSet<>())
        .add(origin.assumed() ? from + " (assumed)" : from);
  }

  private static Stream<String> column(Source source) {
    return source instanceof Source.Column column ? Stream.of(column.name()) : Stream.empty();
  }

  private static void conditions(List<Condition> conditions, Set<String> columns) {
    conditions.forEach(condition -> columns.add(condition.column()));
  }
}
