package org.avance.feed.sheet.progress;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.feed.text.Texts;

/** What a document of this family is made of, each known by the words that it begins with. */
enum Part {
  TITLE("title", "(?!)", "(?!)"),
  MAIN("Información principal del programa", "informacion principal del programa", ".*"),
  FOCUS(
      "Tipo de enfoque de los objetivos y calidad de los indicadores",
      "tipo de enfoque de los objetivos y calidad de los indicadores",
      "(?!)"),
  DISTRIBUTION(
      "Distribución del avance de los indicadores",
      "distribucion del avance de los indicadores",
      ".*"),
  TRACKING(
      "Seguimiento de los objetivos e indicadores",
      "seguimiento de los objetivos e indicadores",
      ".*"),
  OBJECTIVE("Objetivo", "objetivo(?: prioritario)? \\d{1,2}[.:]?", "\\d{1,2}[.)].*"),
  INDICATORS("Indicadores", "indicador(?:es)?:?", "\\d{1,2}\\.\\d{1,2}.*"),
  CHARACTERISTICS(
      "Características",
      "caracteristicas?:?",
      "(?:metas?|parametros?|ascend|descend|const|n[dar]\\b).*"),
  TREND("Criterios", "tendencias?:?", "[^\\p{L}].*"),
  INTERIM(
      "Cumplimiento metas intermedia",
      "cumplimiento(?: de)?(?: las?)? metas? intermedias?:?",
      "(?:logro|largo|avance|alcanz|no |retroc|n[dar]\\b).*"),
  PROGRESS(
      "Avance meta sexenal",
      "avance(?: de)?(?: las?)? metas? sexenal(?:es)?:?",
      "(?:super|avanz|adec|insuf|rezag|muy|sentido|no |n[dar]\\b).*"),
  CONCLUSIONS(
      "Conclusiones y sugerencias",
      "conclusiones(?: y (?:sugerencias|recomendaciones))?:?",
      "(?!)"),
  FOOTNOTE("footnote", "(?!)", "(?!)");

  private static final String NOTE_MARKS = "[\\p{N}*]*";
  private static final Pattern FOOTNOTE_START =
      Pattern.compile("([\u00B9\u00B2\u00B3\u2074-\u2079]|\\*{1,2})\\s*(\\p{L}.*)");

  /** A list has a full stop behind its numbers. */
  private static final Pattern LOWERED =
      Pattern.compile("([1-9\u00B9\u00B2\u00B3\u2074-\u2079]|\\*{1,2})\\s*(\\p{Lu}.*)");

  private final String title;
  private final Pattern alone;
  private final Pattern followed;

  /**
   * @param title what messages and findings call it
   * @param label the words, without case and accents
   * @param rest what may follow them in the same cell
   */
  Part(String title, String label, String rest) {
    this.title = title;
    this.alone = Pattern.compile(label + NOTE_MARKS);
    this.followed = Pattern.compile(label + NOTE_MARKS + "[ ,;]+(" + rest + ")");
  }

  /** How many words of a cell are this part's label; 0 where it does not begin with it. */
  int words(String cell) {
    String key = Texts.key(cell);
    Matcher more = followed.matcher(key);
    if (more.matches()) {
      return count(key.substring(0, more.start(1)));
    }
    return alone.matcher(key).matches() ? count(key) : 0;
  }

  String title() {
    return title;
  }

  private static int count(String words) {
    return words.strip().split(" ", -1).length;
  }

  /**
   * A footnote's mark and text, where the line begins with one.
   *
   * @param last whether it stands below all sections, where a mark may have lost its height
   */
  static Matcher footnote(String line, boolean last) {
    return (last ? LOWERED : FOOTNOTE_START).matcher(Texts.folded(line));
  }

  /** Whether it is a row of an objective. */
  boolean isRow() {
    return compareTo(OBJECTIVE) >= 0 && compareTo(PROGRESS) <= 0;
  }
}
