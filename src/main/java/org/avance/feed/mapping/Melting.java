package org.avance.feed.mapping;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.feed.text.Texts;

/**
 * What one melted column makes of a fact: its groups become constants, its cell the value, and
 * {@code ${group}} in the names of other columns the text of that group, so that a figure finds
 * what stands beside it.
 */
public final class Melting {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

  private final String column;
  private final Pattern pattern;
  private final Matcher groups;

  private Melting(String column, Pattern pattern) {
    this.column = column;
    this.pattern = pattern;
    this.groups = pattern.matcher(Texts.folded(column));
  }

  /** The melted columns of a header, in its order. */
  static List<Melting> of(Pattern pattern, List<String> header) {
    return header.stream()
        .map(column -> new Melting(column, pattern))
        .filter(each -> each.groups.matches())
        .toList();
  }

  /** Whether a fact takes anything that differs from one melted column to the next. */
  static boolean concerns(FactPlan fact) {
    return fact.origins().anyMatch(Melting::concerns)
        || fact.when().stream().anyMatch(each -> hasPlace(each.column()));
  }

  private static boolean concerns(Origin origin) {
    return origin.source() instanceof Source.Melted
        || (origin.source() instanceof Source.Column named && hasPlace(named.name()));
  }

  private static boolean hasPlace(String name) {
    return !placesIn(name).isEmpty();
  }

  /** The groups that a column's name takes from that of the melted one: {@code ${group}}. */
  public static List<String> placesIn(String name) {
    return PLACE.matcher(name).results().map(place -> place.group(1)).toList();
  }

  FactPlan melted(FactPlan fact) {
    return fact.with(this::melted, this::melted);
  }

  private Condition melted(Condition condition) {
    return new Condition(named(condition.column()), condition.test());
  }

  private Origin melted(Origin origin) {
    return origin.with(melted(origin.source()), this::melted);
  }

  private Source melted(Source source) {
    if (source instanceof Source.Melted melted) {
      return melted.group().equals(Source.Melted.VALUE)
          ? new Source.Column(column)
          : new Source.Constant(text(melted.group()));
    }
    if (source instanceof Source.Column other) {
      return new Source.Column(named(other.name()));
    }
    if (source instanceof Source.Looked looked) {
      return new Source.Looked(looked.lookup().with(this::melted), looked.column());
    }
    return source instanceof Source.Composed composed
        ? new Source.Composed(composed.parts().stream().map(this::melted).toList())
        : source;
  }

  /** A name with its places filled; a place that is no group stays, and is no column. */
  private String named(String name) {
    return PLACE.matcher(name).replaceAll(place -> Matcher.quoteReplacement(filled(place)));
  }

  private String filled(MatchResult place) {
    String group = place.group(1);
    return pattern.pattern().contains("(?<" + group + ">") ? text(group) : place.group();
  }

  private String text(String group) {
    return Optional.ofNullable(groups.group(group)).orElse("");
  }
}
