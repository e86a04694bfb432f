package org.avance.load;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.avance.load.JudgedWindows.Left;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.avance.model.IndicatorJudgement;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The indicator series that a delivery touches, as they will stand once it is published: its own
 * facts, and of the indicators it touches the facts of other scopes. They are read in order, series
 * by series, on a connection of their own, and what the rules say of them is staged beside.
 */
public final class IndicatorHistory implements AutoCloseable {
  /** From how many facts on a second connection pays. */
  private static final int MANY = 1_000;

  private final DataSource dataSource;
  private final JdbcClient sql;
  private final BulkLoad bulk;
  private final StagingTables tables;
  private final Delivery delivery;
  private final SameKey sameKey;
  private final BulkTable staged;
  private final BulkRows rows = new BulkRows();
  private final SeriesReader series;
  private Left left = Left.ALL;
  private boolean hasPast;
  private boolean isInOrder;

  public IndicatorHistory(
      DataSource dataSource, String schema, Delivery delivery, SameKey sameKey) {
    this.series = new SeriesReader(dataSource, this::inOrder);
    this.dataSource = dataSource;
    this.sql = ParsedOnce.on(dataSource);
    this.bulk = new BulkLoad(dataSource);
    this.tables = new StagingTables(schema, delivery.feed());
    this.delivery = delivery;
    this.sameKey = sameKey;
    this.staged = new BulkTable(tables.indicatorJudgements(), JudgementRows.COLUMNS);
  }

  /** A series with what the rules say of its points, under which rulebook. */
  public record Judged(
      PlacedSeries series, List<IndicatorJudgement> judgements, String rulebookVersion) {
    public Judged {
      judgements = List.copyOf(judgements);
    }
  }

  /**
   * Lays out what is needed to read the series, and forgets what was judged before, but for what
   * was judged {@linkplain JudgedInPassing in passing} and holds; in one transaction of the
   * caller's.
   *
   * @return how many series need not be judged any more
   */
  public long begin() {
    InOneGo go = new InOneGo(sql);
    List.of(
            tables.indicatorSeries(),
            tables.unchanged(),
            tables.indicatorPast(),
            tables.indicatorStated())
        .forEach(table -> go.then("DELETE FROM " + table));
    go.then(series());
    hasPast =
        NothingBefore.publishedFeed(sql, delivery)
            .map(feedId -> besidePublished(go, feedId))
            .orElseGet(() -> alone(go));
    JudgedWindows.Settled settled = new JudgedWindows(sql, tables).settle(hasPast);
    left = settled.left();
    isInOrder = left == Left.ALL && !hasPast && sameKey != SameKey.SUM && comesSeriesBySeries();
    return settled.series();
  }

  /**
   * Whether series that were counted as before are to be staged after all: then they are noted, and
   * all begins anew. After {@link #begin}, in its transaction.
   */
  public boolean wantsMore() {
    boolean isAny =
        sql.sql("SELECT EXISTS (SELECT * FROM " + tables.asBefore() + ")")
            .query(Boolean.class)
            .single();
    return isAny
        && new SeriesInFull(sql, tables)
            .wantChanged(new SeriesDigests(sql, tables, delivery).comparableFeed().isPresent());
  }

  private boolean alone(InOneGo go) {
    go.then("DELETE FROM " + tables.statementKeys(FactKind.INDICATOR)).send();
    return false;
  }

  /** Holds the delivery against what the feed has published; true where some of it is past. */
  private boolean besidePublished(InOneGo go, int feedId) {
    if (layOutSeriesAndKeys(go, feedId) > 0) {
      new UnchangedIndicators(sql, tables, delivery, sameKey).find(feedId);
    }
    return new IndicatorPast(sql, tables, delivery).layOut(feedId);
  }

  /**
   * How many keys of the warehouse there are; a second connection finds them where they are many.
   */
  private int layOutSeriesAndKeys(InOneGo go, int feedId) {
    if (delivery.counts().factsStaged() < MANY) {
      return layOutKeys(go, feedId);
    }
    try (SecondConnection beside = new SecondConnection(dataSource)) {
      Future<Integer> known = beside.ask(connection -> layOutKeys(new InOneGo(connection), feedId));
      go.send();
      int keys = SecondConnection.await(known);
      beside.commit();
      return keys;
    }
  }

  private int layOutKeys(InOneGo go, int feedId) {
    go.then("DELETE FROM " + tables.statementKeys(FactKind.INDICATOR));
    Dimensions.layOutProgrammeKeys(go, tables);
    go.send();
    return go.sql().sql(IndicatorKeys.layOutKeys(tables)).param("feed", feedId).update();
  }

  /** A series bears the lowest number of its statements. */
  private String series() {
    return """
        INSERT INTO %s (statement_no, indicator_key, series_no)
        SELECT t.statement_no, identity.indicator_key,
               MIN(t.statement_no) OVER (PARTITION BY identity.indicator_key, MD5(CONCAT(t.series_code, CHAR(31), t.reporting_unit_code)))
        FROM %s t JOIN %s identity ON identity.identity_hash = t.identity_hash
        """
        .formatted(
            tables.indicatorSeries(), tables.statements(FactKind.INDICATOR), tables.identities());
  }

  /**
   * Whether each statement is a series of its own and none begins before the one before it has
   * ended: then the records need not be sorted, which takes longer than judging them.
   */
  private boolean comesSeriesBySeries() {
    return sql.sql(
                """
                SELECT COUNT(*) FROM (
                  SELECT y.record_no <= LAG(y.last_record) OVER (ORDER BY y.statement_no) AS overlaps,
                         y.is_one = 0 OR o.series_no <> o.statement_no AS is_several
                  FROM %s y JOIN %s o USING (statement_no)) statement
                WHERE overlaps OR is_several
                """
                    .formatted(tables.spans(FactKind.INDICATOR), tables.indicatorSeries()))
            .query(Long.class)
            .single()
        == 0;
  }

  private String stated() {
    String facts =
        """
        SELECT %s
        FROM %s
        STRAIGHT_JOIN %s t ON t.statement_no = s.statement_no
        STRAIGHT_JOIN %s o ON o.statement_no = s.statement_no
        LEFT JOIN %s unchanged ON unchanged.statement_no = s.statement_no
        WHERE s.is_merged = 0 AND unchanged.statement_no IS NULL
        """;
    String groups = sameKey == SameKey.SUM ? "GROUP BY 4, 5, 6, 7, 8, 9, 10, 11, 12, 13\n" : "";
    return facts.formatted(
            columns(this::statedColumn),
            left == Left.ALL
                ? tables.facts(FactKind.INDICATOR) + " s"
                : JudgedWindows.factsNotJudged(tables),
            tables.statements(FactKind.INDICATOR),
            tables.indicatorSeries(),
            tables.unchanged())
        + groups;
  }

  private static String columns(UnaryOperator<String> cell) {
    return SeriesCutter.COLUMNS.stream()
        .map(column -> cell.apply(column) + " AS " + column)
        .collect(Collectors.joining(", "));
  }

  /** Where each statement is a series, its number is all that tells one from another. */
  private String bySeries() {
    return """
        SELECT %s FROM %s s
        LEFT JOIN %s unchanged ON unchanged.statement_no = s.statement_no
        WHERE s.is_merged = 0 AND unchanged.statement_no IS NULL
        ORDER BY s.record_no, s.fact_no
        """
        .formatted(
            columns(
                column ->
                    switch (column) {
                      case "is_past" -> "0";
                      case "series_no" -> "s.statement_no";
                      case "indicator_key",
                          "series_code",
                          "reporting_unit_code",
                          "geography_code",
                          "unit_code" ->
                          "''";
                      default -> "s." + column;
                    }),
            tables.facts(FactKind.INDICATOR),
            tables.unchanged());
  }

  private String statedColumn(String column) {
    String cell =
        switch (column) {
          case "is_past" -> "0";
          case "series_no", "indicator_key" -> "o." + column;
          case "series_code", "reporting_unit_code", "unit_code" -> "t." + column;
          default -> "s." + column;
        };
    int place = SeriesCutter.COLUMNS.indexOf(column);
    boolean isKey = place >= 3 && place <= 12;
    return sameKey != SameKey.SUM || isKey ? cell : summed(column, cell);
  }

  /** Where the first of some facts stands: a record has fewer than 2^20. */
  private static final String FIRST_PLACE = "MIN((s.record_no << 20) + s.fact_no)";

  /** Of records that are added up, what stands beside the sum is of the first. */
  private static String summed(String column, String cell) {
    return switch (column) {
      case "figure" -> "SUM(" + cell + ")";
      case "is_partial", "is_ambiguous" -> "MAX(" + cell + ")";
      case "record_no" -> FIRST_PLACE + " >> 20";
      case "fact_no" -> FIRST_PLACE + " & 1048575";
      default -> "MIN(" + cell + ")";
    };
  }

  /** In order of the series; that of a delivery's own is known by its number. */
  private String inOrder() {
    String columns = String.join(", ", SeriesCutter.COLUMNS);
    if (isInOrder) {
      return bySeries();
    }
    if (!hasPast) {
      return stated() + " ORDER BY series_no, geography_code, period_type, year_key, period_number";
    }
    return """
        SELECT %s FROM (
          %s UNION ALL SELECT %1$s FROM %s) point
        ORDER BY series_no, indicator_key, series_code, reporting_unit_code, geography_code, period_type, year_key, period_number
        """
        .formatted(columns, stated(), tables.indicatorPast());
  }

  /** The next series that is still to be judged; empty at the end. */
  public Optional<PlacedSeries> next() {
    return left == Left.NONE && !hasPast ? Optional.empty() : series.next();
  }

  /** What the rules say of a series, in the words of the bulk load; on the thread that judges. */
  public PreparedSeries prepare(Judged judged) {
    JudgementRows.add(judged, rows);
    return new PreparedSeries(rows.cut(staged));
  }

  /** Stages what the rules say of some series, in the running transaction. */
  public void write(List<PreparedSeries> prepared) {
    bulk.load(prepared.stream().flatMap(each -> each.part().stream()).toList());
  }

  @Override
  public void close() {
    series.close();
  }
}
