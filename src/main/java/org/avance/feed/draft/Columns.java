package org.avance.feed.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a file, sorted by what they most likely are.
 *
 * @param words columns by the word of the language, each word once
 * @param figures columns of figures
 * @param style index of the feed's number style
 */
record Columns(List<Profile> all, Map<String, Profile> words, List<Figure> figures, int style) {

  static Columns of(List<Profile> all) {
    int style = NumberStyles.of(all);
    Map<String, Profile> words = new LinkedHashMap<>();
    List<Figure> figures = new ArrayList<>();
    for (Profile column : all) {
      Optional<String> word = Glossary.word(column).filter(each -> !words.containsKey(each));
      boolean numeric = NumberStyles.isNumeric(column, style(column, style));
      if (word.isPresent()) {
        words.put(word.get(), column);
      } else if (numeric && !Glossary.namesNoFigure(column)) {
        figures.add(Figure.of(column));
      }
    }
    preferCombined(all, words);
    return new Columns(all, words, figures, style);
  }

  /** The column's own style where it reads more of its cells than the feed's. */
  static int style(Profile column, int feeds) {
    int best = feeds;
    for (int i = 0; i < NumberStyles.CANDIDATES.size(); i++) {
      best = column.readBy(i) > column.readBy(best) ? i : best;
    }
    return best;
  }

  /** A key of ramo and programme in one says more than a programme's alone. */
  private static void preferCombined(List<Profile> all, Map<String, Profile> words) {
    all.stream()
        .filter(Columns::isCombined)
        .findFirst()
        .ifPresent(column -> words.put("programme", column));
    if (!words.containsKey("programme")) {
      all.stream()
          .filter(column -> column.filled() > 0 && Glossary.isCode(column))
          .findFirst()
          .ifPresent(column -> words.put("programme", column));
    }
  }

  static boolean isCombined(Profile column) {
    return column.mostly(0.8, text -> Glossary.RAMO_AND_CODE.matcher(text).lookingAt());
  }

  Optional<Profile> word(String word) {
    return Optional.ofNullable(words.get(word));
  }

  /** Columns of figures that state something of their kind, by role. */
  Optional<Figure> role(String role) {
    return figures.stream().filter(figure -> figure.role().equals(role)).findFirst();
  }
}
