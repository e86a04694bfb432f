package org.avance.feed.sheet.progress;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.model.DistributionClass;
import org.avance.model.IndicatorFocus;
import org.avance.model.IndicatorQuality;

/**
 * What the sheet says in sentences against what it prints in figures and labels. Few claims are
 * understood, each in the words in which it has been seen; nothing is said of any other.
 */
record NarrativeChecks(Sheet sheet) {

  /** Of a paragraph of a section. */
  List<Issue> of(String text, Piece piece) {
    Faults faults = new Faults();
    for (String sentence : text.split("(?<=[.!?])\\s+", -1)) {
      String key = Texts.key(sentence);
      half(key, piece, faults);
      allReport(key, piece, faults);
    }
    return faults.listed();
  }

  /** "La mitad de los indicadores … en oportunidad de mejora o moderados": classes of quality. */
  private void half(String sentence, Piece piece, Faults faults) {
    Set<IndicatorQuality> named = named(sentence);
    int all = Classes.of(sheet).indicators();
    if (!sentence.contains("la mitad de los indicadores") || named.isEmpty() || all == 0) {
      return;
    }
    List<IndicatorQuality> printed = qualities();
    long are = printed.stream().filter(named::contains).count();
    int open = all - printed.size();
    if (2 * are > all + 1 || 2 * (are + open) < all - 1) {
      disagrees(
          piece,
          "la mitad de los indicadores",
          "the text speaks of half of the indicators, but %d of %d are printed as %s and %d have no class of quality"
              .formatted(
                  are,
                  all,
                  named.stream()
                      .map(IndicatorQuality::officialLabel)
                      .collect(Collectors.joining(" or ")),
                  open),
          faults);
    }
  }

  private static Set<IndicatorQuality> named(String sentence) {
    Set<IndicatorQuality> named = EnumSet.noneOf(IndicatorQuality.class);
    for (IndicatorQuality quality : IndicatorQuality.values()) {
      String stem = Texts.key(quality.officialLabel()).replaceFirst("o$", "");
      if (quality != IndicatorQuality.UNKNOWN && sentence.contains(stem)) {
        named.add(quality);
      }
    }
    return named;
  }

  /** All that are printed, whosever they are. */
  private List<IndicatorQuality> qualities() {
    return sheet.objectives().stream()
        .flatMap(objective -> objective.triples().placed().printed().stream())
        .flatMap(label -> sheet.words().quality().meaning(label).stream())
        .toList();
  }

  /** "Todos los indicadores reportan avance": then none is without a class. */
  private void allReport(String sentence, Piece piece, Faults faults) {
    Optional<BigDecimal> without = notRated().filter(n -> n.signum() > 0);
    if (sentence.matches(".*todos los indicadores (?:si )?(?:reporta|presenta|tiene)n? .*avance.*")
        && without.isPresent()) {
      disagrees(
          piece,
          "todos los indicadores",
          "the text says that all indicators report progress, but the distribution has %s as %s"
              .formatted(without.get(), DistributionClass.NOT_RATED.officialLabel()),
          faults);
    }
  }

  /** Of a footnote, and what it makes of the distribution. */
  List<Issue> ofFootnote(String text, Piece piece) {
    Faults faults = new Faults();
    if (!Footnotes.saysConstant(text)) {
      return List.of();
    }
    String column = DistributionClass.NOT_RATED.officialLabel();
    faults.add(
        IssueCode.CLASS_REDEFINED,
        piece.line(),
        column,
        piece.label(),
        "%s: by the footnote these indicators do report, and have no class because their direction is constant"
            .formatted(column),
        "");
    long constant =
        sheet.objectives().stream()
            .flatMap(objective -> objective.outcomes().progress().printed().stream())
            .filter(label -> Classes.isConstant(label, sheet.words()))
            .count();
    Footnotes.count(text)
        .filter(
            said -> said != constant || notRated().filter(n -> n.intValue() != said).isPresent())
        .ifPresent(
            said ->
                disagrees(
                    piece,
                    piece.label(),
                    "the footnote speaks of %d indicators of constant direction, but %d are printed so and the distribution has %s as %s"
                        .formatted(
                            said,
                            constant,
                            notRated().map(BigDecimal::toPlainString).orElse("no count"),
                            column),
                    faults));
    return faults.listed();
  }

  private Optional<BigDecimal> notRated() {
    return sheet.matrix().count(IndicatorFocus.TOTAL, DistributionClass.NOT_RATED);
  }

  private static void disagrees(Piece piece, String found, String message, Faults faults) {
    faults.add(
        IssueCode.NARRATIVE_DISAGREES,
        piece.line(),
        piece.part().title(),
        found,
        message,
        "a text that its own figures bear out");
  }
}
