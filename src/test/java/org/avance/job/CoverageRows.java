package org.avance.job;

import static org.avance.job.ExpectedTable.cell;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.avance.classify.CoverageRatios;
import org.avance.classify.CoverageRules;
import org.avance.feed.mapping.MappedRecord;
import org.avance.feed.text.Texts;
import org.avance.model.Coverage;
import org.avance.model.CoverageGroup;
import org.avance.model.CoverageJudgement;
import org.avance.model.CoveragePoint;
import org.avance.model.MissingReason;
import org.avance.model.PopulationKind;
import org.avance.model.Stated;

/** Samples of coverage as rows of {@code v_coverage_history}, judged by the shipped rulebook. */
final class CoverageRows {

  /** A fact, once, however many records state it, and its number among those of the same key. */
  private record Row(String file, Coverage fact, long line, long lastLine, int count, int ordinal) {
    Row and(MappedRecord record) {
      return new Row(file, fact, line, record.row().lastLine(), count + 1, ordinal);
    }

    Row numbered(int number) {
      return new Row(file, fact, line, lastLine, count, number);
    }

    List<Object> key() {
      return List.of(part(), fact.year(), fact.population());
    }

    List<Object> part() {
      return List.of(
          file,
          fact.programme().agencyCode(),
          fact.programme().code(),
          fact.component(),
          Texts.key(fact.unit()),
          fact.sex());
    }

    /** What the rules see together: all files and units. */
    List<Object> group() {
      return List.of(
          fact.programme().agencyCode(),
          fact.programme().code(),
          fact.component(),
          ordinal,
          fact.sex());
    }
  }

  private static final Comparator<Row> IN_ORDER =
      Comparator.comparing(Row::file)
          .thenComparing(Row::line)
          .thenComparing(row -> row.fact.year())
          .thenComparing(row -> row.fact.population().name())
          .thenComparing(row -> row.fact.sex().name())
          .thenComparing(Row::ordinal);

  /** What ordinals follow: texts and figure, never the place in the file. */
  private static final Comparator<Row> BY_CONTENT =
      Comparator.comparing((Row row) -> row.fact.definition())
          .thenComparing(row -> row.fact.populationType())
          .thenComparing(row -> row.fact.source())
          .thenComparing(row -> row.fact.note())
          .thenComparing(row -> row.fact.figure().fold(given -> given, missing -> BigDecimal.ZERO));

  /** What the warehouse calls a unit that no cell states. */
  private static final String NO_UNIT = "No indicada / Not stated";

  private final CoverageRules rules;
  private final List<Row> rows;

  CoverageRows(List<Sample> samples) throws Exception {
    rules = RulebookFile.read(Path.of("jobs")).coverage();
    rows = numbered(stated(samples));
  }

  List<Map<String, String>> cells() {
    Map<Row, Map<String, String>> cells = new LinkedHashMap<>();
    rows.stream().collect(Collectors.groupingBy(Row::group)).values().stream()
        .forEach(group -> judge(group, cells));
    return cells.keySet().stream().sorted(IN_ORDER).map(cells::get).toList();
  }

  private static List<Row> stated(List<Sample> samples) {
    Map<List<Object>, Row> stated = new LinkedHashMap<>();
    for (Sample sample : samples) {
      for (MappedRecord record : sample.records()) {
        record
            .facts()
            .forEach(
                fact ->
                    stated.merge(
                        List.of(sample.fileName(), fact),
                        new Row(
                            sample.fileName(),
                            (Coverage) fact,
                            record.row().firstLine(),
                            record.row().lastLine(),
                            1,
                            1),
                        (first, again) -> first.and(record)));
      }
    }
    return List.copyOf(stated.values());
  }

  private static List<Row> numbered(List<Row> rows) {
    List<Row> numbered = new ArrayList<>();
    for (List<Row> same :
        rows.stream()
            .collect(Collectors.groupingBy(Row::key, LinkedHashMap::new, Collectors.toList()))
            .values()) {
      List<Row> byContent = same.stream().sorted(BY_CONTENT).toList();
      for (int i = 0; i < byContent.size(); i++) {
        numbered.add(byContent.get(i).numbered(i + 1));
      }
    }
    return numbered;
  }

  private boolean isAmbiguous(Row row) {
    return rows.stream().filter(each -> each.key().equals(row.key())).count() > 1;
  }

  private void judge(List<Row> group, Map<Row, Map<String, String>> cells) {
    Coverage any = group.get(0).fact();
    List<CoveragePoint> points = group.stream().map(this::point).toList();
    List<CoverageJudgement> judgements =
        rules.judge(
            new CoverageGroup("PEF", "", "", "", 1, any.sex(), any.geography().code(), points));
    for (int i = 0; i < group.size(); i++) {
      Map<String, String> row = stated(group.get(i));
      row.putAll(judged(judgements.get(i)));
      row.putAll(ratios(group.get(i)));
      cells.put(group.get(i), row);
    }
  }

  private CoveragePoint point(Row row) {
    Coverage fact = row.fact();
    return new CoveragePoint(
        fact.population(), fact.year(), Texts.key(fact.unit()), fact.figure(), isAmbiguous(row));
  }

  private Map<String, String> stated(Row row) {
    Coverage fact = row.fact();
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("agency_code", cell(fact.programme().agencyCode()));
    cells.put("agency_name", cell(fact.programme().agencyName()));
    cells.put("programme_code", cell(fact.programme().code()));
    cells.put("programme_name", cell(fact.programme().name()));
    cells.put("is_whole_programme", cell(fact.component().whole()));
    cells.put("component_name", cell(fact.component().name()));
    cells.put("component_ordinal", cell(row.ordinal()));
    cells.put("year", cell(fact.year()));
    cells.put("population_code", cell(fact.population()));
    cells.put("sex_code", cell(fact.sex()));
    cells.put("geography_code", cell(fact.geography().code()));
    cells.put("unit", cell(fact.unit().isEmpty() ? NO_UNIT : fact.unit()));
    cells.put("figure", fact.figure().fold(ExpectedTable::cell, missing -> ""));
    cells.put("missing_code", fact.figure().fold(given -> "", missing -> reason(missing.reason())));
    cells.put("missing_text", cell(fact.figure().fold(given -> "", Stated.Missing::officialText)));
    cells.put("as_of", fact.asOf().fold(ExpectedTable::cell, missing -> ""));
    cells.put("assumed", cell(String.join(", ", new TreeSet<>(fact.assumed()))));
    cells.put("is_ambiguous", cell(isAmbiguous(row)));
    cells.put("line", cell(row.line()));
    cells.put("line_last", cell(row.lastLine()));
    cells.put("record_count", cell(row.count()));
    cells.put("file_name", cell(row.file()));
    return cells;
  }

  private static String reason(MissingReason reason) {
    return cell(reason.name());
  }

  private static Map<String, String> judged(CoverageJudgement judgement) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("segment", cell(judgement.segment()));
    cells.put("is_break", cell(judgement.isBreak()));
    cells.put("is_jump", cell(judgement.isJump()));
    cells.put("is_scale_slip", cell(judgement.isScaleSlip()));
    cells.put("change_percent", percent(judgement.change()));
    cells.put("served_over_target", cell(judgement.servedOverTarget()));
    cells.put("served_over_potential", cell(judgement.servedOverPotential()));
    cells.put("target_over_potential", cell(judgement.targetOverPotential()));
    return cells;
  }

  private Map<String, String> ratios(Row row) {
    CoverageRatios ratios =
        CoverageRatios.of(
            beside(row, PopulationKind.POTENTIAL),
            beside(row, PopulationKind.TARGET),
            beside(row, PopulationKind.SERVED));
    return Map.of(
        "served_target_percent", percent(ratios.servedOfTargetPercent()),
        "served_potential_percent", percent(ratios.servedOfPotentialPercent()),
        "target_potential_percent", percent(ratios.targetOfPotentialPercent()));
  }

  private Stated<BigDecimal> beside(Row row, PopulationKind population) {
    return rows.stream()
        .filter(each -> each.part().equals(row.part()) && each.ordinal() == row.ordinal())
        .filter(each -> each.fact().year() == row.fact().year())
        .filter(each -> each.fact().population() == population)
        .findFirst()
        .map(each -> each.fact().figure())
        .orElseGet(() -> Stated.missing(MissingReason.NOT_AVAILABLE, ""));
  }

  private static String percent(Optional<BigDecimal> percent) {
    return percent.map(ExpectedTable::cell).orElse("");
  }
}
