package org.avance.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The staging tables of a feed as this build makes them, and by what it knows its own again: one of
 * them bears a digest of the statements that made them all. A delivery that another build staged
 * half is staged anew, since the tables may lack what this build reads.
 */
final class StagingLayout {
  /**
   * Counts the ways in which columns were filled: hashes of one way are not compared with those of
   * another.
   */
  private static final int FILLING = 2;

  private final JdbcClient sql;
  private final StagingTables tables;
  private final Set<FactKind> kinds;
  private final ClosedLists lists;

  StagingLayout(JdbcClient sql, StagingTables tables, Set<FactKind> kinds) {
    this.sql = sql;
    this.tables = tables;
    this.kinds = new TreeSet<>(kinds);
    this.lists = new ClosedLists(sql);
  }

  /** Makes the tables, empty; none of them may be there. Outside of any transaction. */
  void make() {
    List<String> statements = statements();
    sql.sql(
            "%s COMMENT '%s'"
                .formatted(StagedMembers.createProgrammes(tables.programmes()), digest(statements)))
        .update();
    statements.forEach(statement -> sql.sql(statement).update());
  }

  /** Whether tables are there, and such as this build makes. */
  boolean isAsMade() {
    String comment =
        sql.sql(
                "SELECT table_comment FROM information_schema.tables WHERE table_schema = :schema AND table_name = :name")
            .param("schema", tables.schema())
            .param("name", tables.programmes().substring(tables.schema().length() + 1))
            .query(String.class)
            .optional()
            .orElse("");
    return comment.equals(digest(statements()));
  }

  private static String digest(List<String> statements) {
    return "layout " + FILLING + " " + StagedFact.hash(statements);
  }

  /** All but the one that bears the digest, in an order that is always the same. */
  private List<String> statements() {
    List<String> statements = new ArrayList<>(Footings.createStatements(tables));
    statements.add(Dimensions.createProgrammeKeys(tables.programmeKeys()));
    for (FactKind kind : kinds) {
      addFacts(Staging.shape(kind), statements);
      statements.add(tables.createKeyed(VersionedTable.of(kind)));
    }
    Names.layouts().forEach(layout -> statements.add(tables.createKeyed(layout)));
    if (kinds.contains(FactKind.COVERAGE)) {
      statements.add(CoverageHistory.createPointsStatement(tables.points()));
      statements.add(CoverageHistory.createStatement(tables.judgements()));
      statements.add(tables.createKeyed(VersionedTable.COVERAGE_JUDGEMENT));
    }
    if (StatedIndicators.in(kinds)) {
      statements.add(IndicatorRegister.createStatement(tables.identities()));
      statements.add(IndicatorNames.createStatement(tables.indicatorNames()));
      StatedIndicators.of(kinds)
          .forEach(kind -> statements.add(StatedIndicators.createSpans(tables.spans(kind))));
      statements.add(tables.createKeyed(VersionedTable.INDICATOR_NAME));
    }
    if (kinds.contains(FactKind.INDICATOR)) {
      addClassified(statements);
      statements.add(tables.createKeyed(VersionedTable.INDICATOR_JUDGEMENT));
    }
    return statements;
  }

  private void addFacts(StagingShape<?> shape, List<String> statements) {
    statements.add(lists.madeOut(shape.createStatement(tables.facts(shape.kind()))));
    statements.add(SameKeys.createStatement(tables.shared(shape.kind())));
    statements.add(SameKeys.createRepeated(tables.repeated(shape.kind())));
    if (shape.statement().isMade()) {
      statements.add(StagedMembers.createStatements(tables.statements(shape.kind()), shape));
    }
  }

  private void addClassified(List<String> statements) {
    for (String statement :
        List.of(
            IndicatorPast.createSeries(tables.indicatorSeries()),
            IndicatorPast.createStatement(tables.indicatorPast()),
            IndicatorPast.createStated(tables.indicatorStated()),
            JudgementRows.createStatement(tables.indicatorJudgements()),
            JudgedWindows.createStatement(tables.windows()),
            UnchangedIndicators.createStatement(tables.unchanged()),
            AsBefore.createStatement(tables.asBefore()),
            AsBefore.createDigests(tables.digests()),
            AsBefore.createInFull(tables.inFull()),
            IndicatorKeys.createKeys(tables.statementKeys(FactKind.INDICATOR)))) {
      statements.add(lists.madeOut(statement));
    }
  }
}
