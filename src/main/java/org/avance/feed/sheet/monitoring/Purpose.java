package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.feed.text.Texts;

/**
 * The sentence that states the indicator at purpose level: what was reached and what was meant to
 * be. The forms that are read, of a text without case and accents:
 *
 * <ul>
 *   <li>{@code alcanzar 622 servicios por cada 1000 derechohabientes, de los 543 esperados}
 *   <li>{@code alcanzó 85.2 % de los 80 % programados}
 *   <li>{@code reportó 31.5 por ciento, frente a una meta de 30}
 * </ul>
 *
 * <p>It must name the purpose, and no other year than the sheet's. Two sentences that state
 * different figures state none.
 *
 * @param reached what was observed, as printed
 * @param goal what was meant to be reached in the year, as printed
 * @param unit words between the two; empty where there are none
 * @param percent printed share of the goal, for example {@code 114%}; empty where none is
 */
record Purpose(String reached, String goal, String unit, String percent, Passage sentence) {
  private static final String NUMBER = "\\d+(?:[.,]\\d+)*(?![\\d])";
  private static final String UNIT = "(?<unit>(?: ?%| (?!\\d)[^.;:()]{1,80}?)?)";
  private static final String VERB =
      "(?:alcanz|logr|obt[eu]v|report|registr|atend|llega|llego)\\w*"
          + "(?: (?:un|una) (?:valor|nivel|resultado|tasa|cobertura) del?| a| un| una)? ";
  private static final String AGAINST =
      ",? (?:del? (?:(?:los|las|un|una) )?"
          + ("(?<goal>" + NUMBER + ")(?: ?%)? ")
          + "(?:esperad|programad|planead|previst|comprometid|propuest|establecid)[oa]s?"
          + "|(?:respecto (?:a|de)|frente a|contra|ante|en comparacion con) (?:la|su|una)"
          + " meta(?: anual)?(?: (?:programada|planeada|esperada|establecida))? de "
          + ("(?<meta>" + NUMBER + ")(?: ?%)?)");
  private static final Pattern FORM =
      Pattern.compile(VERB + "(?<reached>" + NUMBER + ")" + UNIT + AGAINST);
  private static final Pattern LEVEL = Pattern.compile("(?<!\\w)proposito(?!\\w)");
  private static final Pattern YEAR =
      Pattern.compile("(?:en|para|durante)(?: el)? (20\\d\\d)(?!\\d)");
  private static final Pattern PERCENT =
      Pattern.compile(
          "(?:avance|cumplimiento|alcanzo|logro)(?: del?)?(?: un)? (?<percent>" + NUMBER + " ?%)");

  /** All that a text states of the purpose in a year. */
  static List<Purpose> of(Passage text, int year) {
    List<Purpose> found = new ArrayList<>();
    Set<String> figures = new LinkedHashSet<>();
    for (Passage sentence : text.sentences()) {
      stated(sentence, year)
          .filter(each -> figures.add(each.reached() + " " + each.goal()))
          .ifPresent(found::add);
    }
    return found;
  }

  /** True where a text speaks of the purpose at all. */
  static boolean isNamed(Passage text) {
    return LEVEL.matcher(text.bare()).find();
  }

  /** True where a text has the form of such a sentence, whatever it is about. */
  static boolean isStated(Passage text) {
    return FORM.matcher(text.bare()).find();
  }

  private static Optional<Purpose> stated(Passage sentence, int year) {
    String bare = sentence.bare();
    Matcher form = FORM.matcher(bare);
    if (!LEVEL.matcher(bare).find() || !isOfYear(bare, year) || !form.find()) {
      return Optional.empty();
    }
    String goal = form.group("goal") == null ? form.group("meta") : form.group("goal");
    String unit = Texts.trimmed(sentence.text().substring(form.start("unit"), form.end("unit")));
    String percent = percent(sentence, form.start("reached"));
    Purpose purpose = new Purpose(form.group("reached"), goal, unit, percent, sentence);
    return form.find() ? Optional.empty() : Optional.of(purpose);
  }

  private static boolean isOfYear(String bare, int year) {
    Matcher named = YEAR.matcher(bare);
    while (named.find()) {
      if (Integer.parseInt(named.group(1)) != year) {
        return false;
      }
    }
    return true;
  }

  /** The share of the goal; not the observation itself, where that is a percentage. */
  private static String percent(Passage sentence, int reachedAt) {
    Matcher percent = PERCENT.matcher(sentence.bare());
    while (percent.find()) {
      if (percent.start("percent") != reachedAt) {
        return sentence.text().substring(percent.start("percent"), percent.end("percent"));
      }
    }
    return "";
  }
}
