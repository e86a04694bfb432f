package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.avance.feed.text.Texts;

/**
 * Which indicators a text says to have risen or fallen. A word of movement is about what follows
 * it, up to the next such word or the end of the clause: "una disminución en la razón …", "aumentó
 * el porcentaje …". What follows is about the indicator of whose own words, which the objective's
 * other indicators do not have, it holds at least half, if only one is such. A text that puts the
 * indicator first ("la razón disminuyó") is not understood, and nothing is said of it.
 */
final class Movements {
  private static final double LEAST_SHARE = 0.5;
  private static final int SHORTEST_WORD = 5;

  private static final String NOUNS_UP = "aumento|incremento|repunte|crecimiento|alza";
  private static final String NOUNS_DOWN = "disminucion|reduccion|baja|caida|descenso|decremento";
  private static final String VERBS_UP = "aumento|aumentaron|incremento|incrementaron|crecio|subio";
  private static final String VERBS_DOWN =
      "disminuyo|disminuyeron|redujo|redujeron|bajaron|descendio|cayo";

  private static final Pattern MOVED =
      Pattern.compile(
          "\\b(?:(?<up>(?:"
              + NOUNS_UP
              + ")(?= (?:considerable |importante |significativo )?(?:en|de|del) )|(?:"
              + VERBS_UP
              + ")(?= (?:\\w+mente )?(?:el|la|los|las) ))"
              + "|(?<down>(?:"
              + NOUNS_DOWN
              + ")(?= (?:considerable |importante |significativa )?(?:en|de|del) )|(?:"
              + VERBS_DOWN
              + ")(?= (?:\\w+mente )?(?:el|la|los|las) )))");

  /** Where an indicator is said to have gone. */
  enum Way {
    UP,
    DOWN
  }

  private record Clause(Way way, Set<String> words) {}

  private final List<Clause> clauses = new ArrayList<>();
  private final List<Set<String>> names;

  private Movements(List<Set<String>> names) {
    this.names = names;
  }

  /** Where the text says that each of these indicators went; empty where it does not say it. */
  static List<Optional<Way>> of(String text, List<String> names) {
    Movements movements = new Movements(own(names));
    for (String clause : text.split("[.;:]+", -1)) {
      movements.take(Texts.key(clause));
    }
    List<Optional<Way>> ways = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      ways.add(movements.way(i));
    }
    return ways;
  }

  private void take(String clause) {
    Matcher moved = MOVED.matcher(clause);
    int from = -1;
    Way way = Way.UP;
    while (moved.find()) {
      if (from >= 0) {
        clauses.add(new Clause(way, words(clause.substring(from, moved.start()))));
      }
      from = moved.end();
      way = moved.group("up") != null ? Way.UP : Way.DOWN;
    }
    if (from >= 0) {
      clauses.add(new Clause(way, words(clause.substring(from))));
    }
  }

  /** Said, and not the contrary as well. */
  private Optional<Way> way(int indicator) {
    Set<Way> said =
        clauses.stream()
            .filter(clause -> isAbout(clause, indicator))
            .map(Clause::way)
            .collect(Collectors.toSet());
    return said.size() == 1 ? Optional.of(said.iterator().next()) : Optional.empty();
  }

  private boolean isAbout(Clause clause, int indicator) {
    boolean others = false;
    for (int i = 0; i < names.size(); i++) {
      others = others || (i != indicator && share(clause, names.get(i)) >= LEAST_SHARE);
    }
    return !others && share(clause, names.get(indicator)) >= LEAST_SHARE;
  }

  private static double share(Clause clause, Set<String> name) {
    long found = name.stream().filter(clause.words()::contains).count();
    return name.isEmpty() ? 0 : (double) found / name.size();
  }

  /** The words of each name that no other one has. */
  private static List<Set<String>> own(List<String> names) {
    List<Set<String>> all = names.stream().map(Movements::words).toList();
    List<Set<String>> own = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int self = i;
      own.add(
          all.get(i).stream()
              .filter(word -> occurrences(all, word, self) == 0)
              .collect(Collectors.toSet()));
    }
    return own;
  }

  private static long occurrences(List<Set<String>> all, String word, int self) {
    return all.stream().filter(other -> other != all.get(self) && other.contains(word)).count();
  }

  private static Set<String> words(String text) {
    return Arrays.stream(Texts.key(text).split("[^\\p{Alnum}]+", -1))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .collect(Collectors.toSet());
  }
}
