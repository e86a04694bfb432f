package org.avance.feed.mapping;

import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.avance.feed.number.NumberGrammar;
import org.avance.model.FactKind;

/**
 * How one fact is made of a record.
 *
 * @param words origin of each word that has one
 * @param figures origin of each further figure that has one
 * @param when all must hold, or the record does not yield this fact
 * @param distinctOn columns per which the fact is taken once, though many records state it; empty
 *     where each record states a fact of its own
 */
public record FactPlan(
    FactKind kind,
    Map<FactWord<?>, Origin> words,
    Value value,
    Map<FigureWord, Value> figures,
    Part component,
    CutOff asOf,
    List<Condition> when,
    List<String> distinctOn) {
  public FactPlan {
    words = Collections.unmodifiableMap(new HashMap<>(words));
    figures = Collections.unmodifiableMap(new HashMap<>(figures));
    when = List.copyOf(when);
    distinctOn = List.copyOf(distinctOn);
  }

  /** The figure: a column's cell, or the melted one, in a number style. */
  public record Value(Origin origin, NumberGrammar grammar) {
    Value with(UnaryOperator<Origin> bound) {
      return new Value(bound.apply(origin), grammar);
    }
  }

  /** Which part of the programme the figure counts. */
  public sealed interface Part {
    /** The programme as a whole. */
    record Whole() implements Part {}

    /** Parts that the file does not name. */
    record Unnamed() implements Part {}

    /** The part that the file names; an unnamed one where the name is blank. */
    record Named(Origin name) implements Part {}
  }

  /** The cut-off date printed in the record. */
  public sealed interface CutOff {
    /** What it is made of. */
    List<Origin> origins();

    record None() implements CutOff {
      @Override
      public List<Origin> origins() {
        return List.of();
      }
    }

    /** One cell with the whole date. */
    record Written(Origin text, String format, DateTimeFormatter formatter) implements CutOff {
      @Override
      public List<Origin> origins() {
        return List.of(text);
      }
    }

    /** Year, month and day in cells of their own; the end of the year or month where it stops. */
    record Parts(List<Origin> yearMonthDay) implements CutOff {
      public Parts {
        yearMonthDay = List.copyOf(yearMonthDay);
      }

      @Override
      public List<Origin> origins() {
        return yearMonthDay;
      }
    }
  }

  /** This plan with each origin replaced. */
  FactPlan with(UnaryOperator<Origin> bound, UnaryOperator<Condition> checked) {
    Map<FactWord<?>, Origin> origins = new HashMap<>();
    words.forEach((word, origin) -> origins.put(word, bound.apply(origin)));
    Map<FigureWord, Value> further = new HashMap<>();
    figures.forEach((word, figure) -> further.put(word, figure.with(bound)));
    return new FactPlan(
        kind,
        origins,
        value.with(bound),
        further,
        component instanceof Part.Named named
            ? new Part.Named(bound.apply(named.name()))
            : component,
        with(asOf, bound),
        when.stream().map(checked).toList(),
        distinctOn);
  }

  /** This plan with one more refinement of a word, where the word has an origin. */
  public FactPlan with(FactWord<?> word, Refinement refinement) {
    Map<FactWord<?>, Origin> refined = new HashMap<>(words);
    refined.computeIfPresent(word, (same, origin) -> origin.then(refinement));
    return withWords(refined);
  }

  /** This plan, taken once per these columns. */
  FactPlan distinctOn(List<String> columns) {
    return new FactPlan(kind, words, value, figures, component, asOf, when, columns);
  }

  FactPlan withWords(Map<FactWord<?>, Origin> others) {
    return new FactPlan(kind, others, value, figures, component, asOf, when, distinctOn);
  }

  private static CutOff with(CutOff cutOff, UnaryOperator<Origin> bound) {
    if (cutOff instanceof CutOff.Written written) {
      return new CutOff.Written(bound.apply(written.text()), written.format(), written.formatter());
    }
    if (cutOff instanceof CutOff.Parts parts) {
      return new CutOff.Parts(parts.yearMonthDay().stream().map(bound).toList());
    }
    return cutOff;
  }

  /** Every origin of this plan, those within lookups too. */
  Stream<Origin> origins() {
    Stream.Builder<Origin> all = Stream.builder();
    with(
        origin -> {
          all.add(origin);
          return origin;
        },
        condition -> condition);
    return all.build().flatMap(Origin::andNested);
  }
}
