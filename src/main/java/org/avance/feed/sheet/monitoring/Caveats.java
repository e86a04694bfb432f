package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.Caveat;
import org.avance.model.FindingKind;
import org.avance.model.PopulationKind;

/**
 * What the sheet says against its own populations, in the definition of the target population and
 * the analysis of coverage. The patterns are of texts without case and accents.
 *
 * <ul>
 *   <li>A caveat holds for the populations that its sentence names, else for the target population
 *       where it can't be defined, and for the served one where persons may count twice.
 *   <li>A sentence that says that nobody counts twice is none.
 * </ul>
 */
final class Caveats {
  private static final List<Heading> SECTIONS =
      List.of(Heading.TARGET_DEFINITION, Heading.COVERAGE_ANALYSIS);

  private static final String CAN_NOT =
      "(no (es|fue|ha sido) posible|no se (puede|pudo|logra|logro)|imposibilidad de)( \\w+){0,3}? ";
  private static final Pattern NOT_DEFINABLE =
      Pattern.compile(
          CAN_NOT + "(definir|cuantificar|delimitar|determinar|estimar)(?!\\w).*poblacion");
  private static final Pattern DOUBLE_COUNTING =
      Pattern.compile(
          "un[ao]? mism[oa] \\w+ (pudo|puede|podria|pudiera|pueden)( \\w+)? (recibi|ser|cont|estar)"
              + "|(contar|contabiliz|registr)\\w*( \\w+){0,3} mas de una vez"
              + "|doble (conteo|contabilidad|contabilizacion)|duplicid|duplicad|contabiliz\\w+ doble");
  private static final Pattern DENIED =
      Pattern.compile(
          "(no (hay|existen?|se (presentan?|registran?|identifican?|observan?)|implica)|sin|evitan?"
              + "|evitar|elimina|eliminan|eliminar)( \\w+){0,4} (doble|duplic|mas de una vez)");

  private static final Map<PopulationKind, Pattern> NAMES =
      new EnumMap<>(
          Map.of(
              PopulationKind.POTENTIAL, Pattern.compile("poblacion(es)? potencial|\\bpp\\b"),
              PopulationKind.TARGET, Pattern.compile("poblacion(es)? objetivo|\\bpo\\b"),
              PopulationKind.SERVED, Pattern.compile("poblacion(es)? atendida|\\bpa\\b")));

  private final Map<PopulationKind, Set<Caveat>> byPopulation = new EnumMap<>(PopulationKind.class);
  private final List<Piece> pieces = new ArrayList<>();

  private Caveats() {}

  static Caveats of(Sections sections, Subject subject) {
    Caveats caveats = new Caveats();
    for (Heading heading : SECTIONS) {
      sections
          .find(heading)
          .ifPresent(
              section ->
                  section
                      .prose()
                      .sentences()
                      .forEach(each -> caveats.read(each, section, subject)));
    }
    return caveats;
  }

  /** Those of a population. */
  Set<Caveat> of(PopulationKind population) {
    return byPopulation.getOrDefault(population, Set.of());
  }

  /** Each sentence as a record, with an issue. */
  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  private void read(Passage sentence, Section section, Subject subject) {
    String bare = sentence.bare();
    if (NOT_DEFINABLE.matcher(bare).find()) {
      add(Caveat.NOT_DEFINABLE, PopulationKind.TARGET, sentence, section, subject);
    }
    if (DOUBLE_COUNTING.matcher(bare).find() && !DENIED.matcher(bare).find()) {
      add(Caveat.DOUBLE_COUNTING, PopulationKind.SERVED, sentence, section, subject);
    }
  }

  private void add(
      Caveat caveat, PopulationKind usual, Passage sentence, Section section, Subject subject) {
    Set<PopulationKind> named = named(sentence.bare(), usual);
    named.forEach(
        each -> byPopulation.computeIfAbsent(each, k -> EnumSet.noneOf(Caveat.class)).add(caveat));
    int number =
        1
            + (int)
                pieces.stream()
                    .flatMap(piece -> piece.issues().stream())
                    .filter(issue -> issue.code() == code(caveat))
                    .count();
    pieces.add(
        new Piece(
            sentence.lines(),
            List.of(subject.finding(FindingKind.CAVEAT, caveat.name(), number, sentence.text())),
            List.of(issue(caveat, sentence, section))));
  }

  private static Set<PopulationKind> named(String bare, PopulationKind usual) {
    Set<PopulationKind> named = EnumSet.noneOf(PopulationKind.class);
    NAMES.forEach(
        (population, name) -> {
          if (name.matcher(bare).find()) {
            named.add(population);
          }
        });
    return named.isEmpty() ? EnumSet.of(usual) : named;
  }

  private static Issue issue(Caveat caveat, Passage sentence, Section section) {
    SheetLine at = sentence.lines().get(0);
    String expected =
        switch (caveat) {
          case DOUBLE_COUNTING -> "a population that counts each person once";
          case NOT_DEFINABLE -> "a population that the programme can define and count";
        };
    return new Issue(
        code(caveat),
        Location.cell(at.number(), section.heading().title()),
        sentence.text(),
        section.heading().title()
            + ": expected "
            + expected
            + " but found "
            + Texts.quoted(sentence.text()),
        "");
  }

  private static IssueCode code(Caveat caveat) {
    return switch (caveat) {
      case DOUBLE_COUNTING -> IssueCode.POPULATION_COUNTED_TWICE;
      case NOT_DEFINABLE -> IssueCode.POPULATION_NOT_DEFINABLE;
    };
  }
}
