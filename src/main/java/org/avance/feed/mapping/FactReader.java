package org.avance.feed.mapping;

import static org.avance.feed.mapping.FactWords.AGENCY;
import static org.avance.feed.mapping.FactWords.AGENCY_NAME;
import static org.avance.feed.mapping.FactWords.CODE_SYSTEM;
import static org.avance.feed.mapping.FactWords.PROGRAMME;
import static org.avance.feed.mapping.FactWords.PROGRAMME_NAME;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.avance.feed.mapping.FactPlan.Part;
import org.avance.feed.number.NumberGrammar;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.Component;
import org.avance.model.MissingReason;
import org.avance.model.Programme;
import org.avance.model.Stated;

/**
 * Reads the words of one fact from one record. Every reading ends: where a text can't be read, the
 * issue is handed on and the word's unsaid value stands in, in a record that goes to quarantine.
 */
record FactReader(BoundFact fact, Cells cells, Consumer<Issue> issues) {
  static final FactWord<String> COMPONENT =
      FactWord.text("component", 500, "The part's printed name.");

  private static final Stated<BigDecimal> NOT_STATED = Stated.missing(MissingReason.BLANK, "");

  FactPlan plan() {
    return fact.plan();
  }

  <T> T read(FactWord<T> word) {
    Origin origin = plan().words().get(word);
    return origin == null ? word.unsaid() : read(word, origin);
  }

  boolean has(FactWord<?> word) {
    return plan().words().containsKey(word);
  }

  /**
   * Empty, with an issue, where the record names neither agency nor programme, or leaves the
   * programme's cell blank: that is no agency as a whole. A cell that states no programme by its
   * pattern is.
   */
  Optional<Programme> programme() {
    String agency = read(AGENCY);
    String programme = read(PROGRAMME);
    if (agency.isEmpty() && programme.isEmpty()) {
      if (isBlank(AGENCY) && isBlank(PROGRAMME)) {
        lack("an agency or a programme", "a code of an agency or of a programme");
      }
      return Optional.empty();
    }
    if (programme.isEmpty() && hasBlankCell(PROGRAMME)) {
      add(
          PROGRAMME,
          IssueCode.VALUE_REQUIRED,
          "expected the code of a programme but found none; a figure of the agency as a whole has no word `programme`",
          "a code of a programme; or `default: \"\"` where a blank means the agency as a whole");
      return Optional.empty();
    }
    Programme stated =
        new Programme(
            read(CODE_SYSTEM), agency, programme, read(PROGRAMME_NAME), read(AGENCY_NAME));
    return Optional.of(fact.programmes().of(stated));
  }

  Component component() {
    if (plan().component() instanceof Part.Whole) {
      return Component.WHOLE;
    }
    String name =
        plan().component() instanceof Part.Named named ? read(COMPONENT, named.name()) : "";
    return name.isEmpty() ? Component.UNNAMED_PART : new Component(false, name);
  }

  Optional<Stated<BigDecimal>> figure() {
    return new Figures(cells, Figures.VALUE, issues).stated(plan().value());
  }

  /** A further figure; missing where the descriptor gives it no origin. */
  Stated<BigDecimal> figure(FigureWord word) {
    FactPlan.Value value = plan().figures().get(word);
    return value == null
        ? NOT_STATED
        : new Figures(cells, word.name(), issues).stated(value).orElse(NOT_STATED);
  }

  boolean has(FigureWord word) {
    return plan().figures().containsKey(word);
  }

  /** The text that a further figure is read from; empty where there is none. */
  Optional<String> text(FigureWord word) {
    return Optional.ofNullable(plan().figures().get(word))
        .map(value -> cells.take(value.origin(), word.name()))
        .filter(Taken.Text.class::isInstance)
        .map(taken -> ((Taken.Text) taken).text());
  }

  Optional<NumberGrammar> grammar(FigureWord word) {
    return Optional.ofNullable(plan().figures().get(word)).map(FactPlan.Value::grammar);
  }

  Stated<LocalDate> asOf() {
    return new CutOffs(cells, issues).stated(plan().asOf());
  }

  /** The words that this record takes from what the descriptor assumes. */
  Set<String> assumed() {
    return fact.assumed(cells);
  }

  String valueColumn() {
    return plan().value().origin().source() instanceof Source.Column column ? column.name() : "";
  }

  /** An issue of the figure's cell. */
  void addToFigure(IssueCode code, String sentence, String accepted) {
    issues.accept(cells.issue(code, plan().value().origin(), "value", sentence, accepted));
  }

  /** An issue of a further figure's cell. */
  void add(FigureWord word, IssueCode code, String sentence, String accepted) {
    Origin origin = plan().figures().getOrDefault(word, plan().value()).origin();
    issues.accept(cells.issue(code, origin, word.name(), sentence, accepted));
  }

  /** An issue of a word's cell. */
  void add(FactWord<?> word, IssueCode code, String sentence, String accepted) {
    Optional.ofNullable(plan().words().get(word))
        .ifPresent(
            origin -> issues.accept(cells.issue(code, origin, word.name(), sentence, accepted)));
  }

  private <T> T read(FactWord<T> word, Origin origin) {
    Taken taken = cells.take(origin, word.name());
    if (taken instanceof Taken.Text text) {
      text.notes().forEach(issues);
      return parsed(word, origin, text.text());
    }
    if (taken instanceof Taken.Fault fault) {
      issues.accept(fault.issue());
      return word.unsaid();
    }
    if (word.needed()) {
      add(IssueCode.VALUE_REQUIRED, word, origin);
    }
    return word.blank();
  }

  private <T> T parsed(FactWord<T> word, Origin origin, String text) {
    ValueType<T> type = word.type();
    boolean tooLong = type.limit() > 0 && Texts.isLonger(text, type.limit());
    Optional<T> value = type.parse().apply(tooLong ? Texts.cut(text, type.limit()) : text);
    if (tooLong || value.isEmpty()) {
      add(type.otherwise(), word, origin);
    }
    return value.orElse(word.unsaid());
  }

  private void add(IssueCode code, FactWord<?> word, Origin origin) {
    String printed = Texts.trimmed(cells.printed(origin));
    String found = printed.isEmpty() ? "a blank" : Texts.quoted(printed);
    String expected = word.type().expected();
    issues.accept(
        cells.issue(
            code,
            origin,
            word.name(),
            "expected " + expected + " for " + word.name() + " but found " + found,
            expected));
  }

  /** True where nothing is printed; what is printed wrong has an issue of its own. */
  private boolean isBlank(FactWord<?> word) {
    Origin origin = plan().words().get(word);
    return origin == null || cells.take(origin, word.name()) instanceof Taken.Nothing;
  }

  /** Whether the word stands in a cell that is blank or says that there is nothing. */
  private boolean hasBlankCell(FactWord<?> word) {
    Origin origin = plan().words().get(word);
    return origin != null
        && isBlank(word)
        && cells.missing().reason(Texts.trimmed(cells.printed(origin))).isPresent();
  }

  /** An issue of the record: it names neither of two things of which it needs one. */
  void lack(String either, String accepted) {
    issues.accept(
        new Issue(
            IssueCode.VALUE_REQUIRED,
            Location.line(cells.row().firstLine()),
            "",
            "expected " + either + " but found neither",
            accepted));
  }
}
