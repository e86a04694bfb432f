package org.avance.feed.sheet.monitoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.avance.feed.mapping.CountableUnits;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.Coverage;
import org.avance.model.Stated;

/** Rules C01 and C08 to C10 of the methodology: what a coverage row can be doubted for. */
final class CoverageChecks {
  /** Units that come in men and women. */
  private static final Set<String> PERSONS =
      Set.of(
          "persona",
          "personas",
          "habitantes",
          "derechohabientes",
          "beneficiarios",
          "alumnos",
          "estudiantes",
          "docentes",
          "trabajadores",
          "jovenes",
          "adultos",
          "productores");

  private CoverageChecks() {}

  /** C01 and C09: of the figure alone. */
  static List<Issue> of(Coverage fact, CoverageRow row) {
    List<Issue> issues = new ArrayList<>();
    if (fact.figure() instanceof Stated.Given<BigDecimal> given) {
      BigDecimal figure = given.value();
      if (figure.signum() < 0) {
        issues.add(issue(IssueCode.NEGATIVE_COUNT, row, "a population of 0 or more"));
      }
      Optional<Reach> reach = Reach.of(row.label());
      if (figure.scale() > 0 && (reach.isPresent() || CountableUnits.has(fact.unit()))) {
        issues.add(issue(IssueCode.FRACTIONAL_COUNT, row, "a whole number of " + fact.unit()));
      }
      reach
          .filter(each -> figure.compareTo(BigDecimal.valueOf(each.most())) > 0)
          .ifPresent(
              each ->
                  issues.add(issue(IssueCode.PLACES_IMPLAUSIBLE, row, "at most " + each.most())));
    }
    return issues;
  }

  /** C10: at least as many places of a kind as of the next larger one. */
  static List<Issue> places(Function<CoverageLabel, Stated<BigDecimal>> stated, CoverageRow row) {
    return Reach.of(row.label())
        .flatMap(Reach::larger)
        .map(Reach::label)
        .filter(larger -> isLess(stated.apply(row.label()), stated.apply(larger)))
        .map(
            larger ->
                issue(IssueCode.PLACES_OUT_OF_ORDER, row, "at least as many as " + larger.title()))
        .stream()
        .toList();
  }

  /** C08: men and women are the persons served. */
  static List<Issue> sexes(
      Function<CoverageLabel, Stated<BigDecimal>> stated, Coverage served, CoverageRow row) {
    boolean persons = PERSONS.contains(Texts.key(served.unit()).split("[^\\p{L}]", 2)[0]);
    if (persons
        && served.figure() instanceof Stated.Given<BigDecimal> total
        && stated.apply(CoverageLabel.MEN) instanceof Stated.Given<BigDecimal> men
        && stated.apply(CoverageLabel.WOMEN) instanceof Stated.Given<BigDecimal> women) {
      BigDecimal sum = men.value().add(women.value());
      if (sum.compareTo(total.value()) != 0) {
        String expected = "the " + sum.toPlainString() + " men and women served";
        return List.of(issue(IssueCode.SEXES_DO_NOT_ADD_UP, row, expected));
      }
    }
    return List.of();
  }

  /** A lone small number under a label may be a page's: it is not taken. */
  static Issue doubtful(CoverageRow row) {
    return issue(
        IssueCode.NUMBER_UNREADABLE,
        row,
        "a number on the label's line, not a page number below it");
  }

  private static boolean isLess(Stated<BigDecimal> few, Stated<BigDecimal> many) {
    return few instanceof Stated.Given<BigDecimal> less
        && many instanceof Stated.Given<BigDecimal> more
        && less.value().compareTo(more.value()) < 0;
  }

  private static Issue issue(IssueCode code, CoverageRow row, String expected) {
    String column = row.label().title();
    return new Issue(
        code,
        Location.cell(row.lines().get(0).number(), column),
        row.value(),
        column + ": expected " + expected + " but found " + Texts.quoted(row.value()),
        expected);
  }
}
