package org.avance.load;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.model.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes how many yearly indicators of each programme stand in which class, so that a year's
 * distribution is read from some thousands of rows instead of millions. After values and
 * judgements, in the same transaction.
 *
 * <ul>
 *   <li>finds the cells (agency, programme, year) that the delivery touches: where it wrote a value
 *       or a judgement, or ended a value;
 *   <li>where nothing ends, counts what changes in them, before and after; else counts them anew; a
 *       feed of which most are touched, or that has none yet, is counted whole;
 *   <li>cells that come out the same get no version, empty ones are ended.
 * </ul>
 *
 * An indicator counts as in {@code v_indicator_year}.
 */
final class ProgrammePerformance {
  private static final VersionedTable TABLE = PerformanceCount.TABLE;
  private static final String TOUCHED = "touched_" + TABLE.name();
  private static final String FACT_KEY = String.join(", ", VersionedTable.INDICATOR.key());

  private final JdbcClient sql;
  private final long deliveryId;
  private final String endingScope;
  private final int feedId;

  ProgrammePerformance(JdbcClient sql, Delivery delivery, int feedId) {
    this.sql = sql;
    this.deliveryId = delivery.id();
    this.endingScope = delivery.endingScope();
    this.feedId = feedId;
  }

  /** Of all that a feed has published, whichever delivery stated it. */
  ProgrammePerformance(JdbcClient sql, int feedId) {
    this.sql = sql;
    this.deliveryId = 0;
    this.endingScope = "";
    this.feedId = feedId;
  }

  void publish() {
    boolean counted = has("fct_programme_performance");
    if (!counted && !has("fct_indicator_value")) {
      return;
    }
    counting(
        () -> {
          if (counted) {
            touch();
            count(published(isMostTouched() ? ALL_FACTS : TOUCHED_FACTS));
          } else {
            count(published(ALL_FACTS));
          }
        });
  }

  /**
   * Publishes the counts of a feed that has none, from its first delivery as it is staged: values
   * and judgements need not stand in the warehouse yet.
   *
   * @param keys where the figures are read
   */
  void publishFirst(IndicatorKeys keys) {
    boolean several = keys.findSeveral(sql);
    counting(
        () -> {
          add(keys.alikeFigures(), Sign.ADDED);
          if (several) {
            count(keys.figuresOfSeveral());
          }
        });
  }

  /**
   * Counts all cells of the feed anew. A cell keeps the delivery that it bears.
   *
   * @param without a delivery that no cell is to bear any more; 0 for none
   */
  void recount(long without) {
    counting(
        () -> {
          countAll();
          sql.sql(
                  "UPDATE %s SET delivery_id = (SELECT COALESCE(MAX(delivery_id), :without) FROM fct_indicator_value WHERE feed_id = :feed) WHERE delivery_id IN (0, :without)"
                      .formatted(TOUCHED))
              .param("feed", feedId)
              .param("without", without)
              .update();
        });
    if (without != 0) {
      sql.sql(
              "UPDATE %s SET delivery_id = (SELECT COALESCE(MAX(delivery_id), :without) FROM fct_indicator_value WHERE feed_id = :feed) WHERE delivery_id = :without"
                  .formatted(TABLE.name()))
          .param("feed", feedId)
          .param("without", without)
          .update();
    }
  }

  /**
   * Writes what a delivery says otherwise than what is published, and counts that alone: what it
   * concerns is taken from the counts as it stands before, and added as it stands after.
   *
   * @param differences where what it says otherwise of a table is laid out, under the keys of facts
   * @param write writes values and judgements, and ends none
   */
  void publishDifferences(Function<VersionedTable, String> differences, Runnable write) {
    if (!has(TABLE.name())) {
      write.run();
      publish();
      return;
    }
    counting(
        () -> {
          ConcernedYears.find(sql, differences);
          count(published(CONCERNED_FACTS), Sign.TAKEN);
          write.run();
          count(published(CONCERNED_FACTS), Sign.ADDED);
          addToPublished();
        });
  }

  private void countAll() {
    sql.sql(
            "INSERT INTO %s (feed_id, agency_id, programme_id, year_key, delivery_id) SELECT feed_id, agency_id, programme_id, year_key, delivery_id FROM %s WHERE feed_id = :feed"
                .formatted(TOUCHED, TABLE.name()))
        .param("feed", feedId)
        .update();
    count(published(ALL_FACTS));
  }

  private void counting(Runnable count) {
    begin();
    count.run();
    merge();
  }

  /**
   * Then all facts are read in the order of their key, in a third of the time: a cell that was not
   * touched comes out the same.
   */
  private boolean isMostTouched() {
    return sql.sql(
            "SELECT 2 * COUNT(*) > (SELECT COUNT(*) FROM %s WHERE feed_id = :feed) FROM %s"
                .formatted(TABLE.name(), TOUCHED))
        .param("feed", feedId)
        .query(Boolean.class)
        .single();
  }

  /**
   * A temporary table ends no transaction, as any other would. It stays with the connection: the
   * server would have to prepare anew whatever names one that was made again. Counts in it may lie
   * below zero on the way.
   */
  private void begin() {
    String table =
        "CREATE TEMPORARY TABLE IF NOT EXISTS %s (%s, PRIMARY KEY (%s)) AS SELECT %s FROM %s LIMIT 0"
            .formatted(
                TOUCHED,
                each(count -> count.column() + " BIGINT NOT NULL DEFAULT 0"),
                String.join(", ", TABLE.key()),
                TABLE.columnList(),
                TABLE.name());
    sql.sql(table).update();
    sql.sql("DELETE FROM " + TOUCHED).update();
  }

  /**
   * A count below zero tells that what was published before was not what its facts say: then all of
   * them are counted.
   */
  private void addToPublished() {
    sql.sql(
            "UPDATE %s k JOIN %s f ON %s SET %s"
                .formatted(
                    TOUCHED,
                    TABLE.name(),
                    TABLE.sameKey(),
                    each(
                        count ->
                            "k.%1$s = k.%1$s + CAST(f.%1$s AS SIGNED)".formatted(count.column()))))
        .update();
    String least = "LEAST(" + String.join(", ", TABLE.values()) + ")";
    boolean isWrong =
        sql.sql("SELECT EXISTS (SELECT 1 FROM %s WHERE %s < 0)".formatted(TOUCHED, least))
            .query(Boolean.class)
            .single();
    if (isWrong) {
      sql.sql("DELETE FROM " + TOUCHED).update();
      countAll();
    }
  }

  private boolean has(String table) {
    return sql.sql("SELECT EXISTS (SELECT 1 FROM " + table + " WHERE feed_id = :feed)")
        .param("feed", feedId)
        .query(Boolean.class)
        .single();
  }

  /**
   * What the delivery ended are versions of earlier deliveries of its scope that end at its
   * instant. A value never moves: its indicator, which is part of its key, belongs to one
   * programme.
   */
  private void touch() {
    InOneGo go = new InOneGo(sql).param("feed", feedId).param("delivery", deliveryId);
    go.then(touched("FROM fct_indicator_value f WHERE f.delivery_id = :delivery"));
    go.then(
        touched(
            """
        FROM fct_indicator_judgement j STRAIGHT_JOIN fct_indicator_value f FORCE INDEX (PRIMARY) USING (%s)
        WHERE j.delivery_id = :delivery
        """
                .formatted(FACT_KEY)));
    if (!endingScope.isEmpty()) {
      go.then(
          touched(
              """
          FROM delivery d
          STRAIGHT_JOIN fct_indicator_value FOR SYSTEM_TIME ALL AS f FORCE INDEX (indicator_value_delivery)
            ON f.delivery_id = d.delivery_id
          WHERE d.feed_id = :feed AND d.scope = (SELECT scope FROM delivery WHERE delivery_id = :delivery)
            AND f.row_end = NOW(6)
          """));
    }
    go.send();
  }

  private static String touched(String facts) {
    return """
            INSERT IGNORE INTO %s (feed_id, agency_id, programme_id, year_key, delivery_id)
            SELECT DISTINCT f.feed_id, f.agency_id, f.programme_id, f.year_key, :delivery %s AND f.feed_id = :feed
            """
        .formatted(TOUCHED, facts);
  }

  private static final String ALL_FACTS = "fct_indicator_value f FORCE INDEX (PRIMARY)";

  private static final String TOUCHED_FACTS =
      TOUCHED
          + """
           t
          STRAIGHT_JOIN fct_indicator_value f FORCE INDEX (indicator_value_programme)
            ON f.programme_id = t.programme_id AND f.year_key = t.year_key AND f.feed_id = t.feed_id AND f.agency_id = t.agency_id\
          """;

  private static final String CONCERNED_FACTS =
      ConcernedYears.TABLE
          + """
           c
          STRAIGHT_JOIN fct_indicator_value f FORCE INDEX (PRIMARY)
            ON f.feed_id = :feed AND f.indicator_id = c.indicator_id AND f.year_key = c.year_key\
          """;

  /**
   * In the order written: the facts were filled in this transaction, and the optimizer still takes
   * their table for empty.
   */
  private static String published(String facts) {
    return """
        SELECT STRAIGHT_JOIN f.feed_id, f.indicator_id, f.agency_id, f.programme_id, f.year_key, f.is_partial,
               f.printed_progress_key, k.progress_key, k.interim_key, k.trend_key, k.is_favourable, k.light_key,
               k.is_poor_planning, %s AS choice
        FROM %s
        JOIN dim_geography g ON g.geography_id = f.geography_id
        LEFT JOIN fct_indicator_judgement k FORCE INDEX (PRIMARY) ON %s
        WHERE f.feed_id = :feed AND f.period_type_key = 1
        """
        .formatted(choice("f"), facts, VersionedTable.INDICATOR.sameKey());
  }

  /**
   * What a figure is chosen by, the least first: the nation (or no stated place) as a whole, no
   * reporting unit, no series. Beside it stands {@code dim_geography g}.
   *
   * @param key what the keys of unit and series are of
   */
  static String choice(String key) {
    return "(g.level NOT IN ('NATION', 'UNKNOWN')) * 4 + (%1$s.reporting_unit_id <> 0) * 2 + (%1$s.series_id <> 0)"
        .formatted(key);
  }

  /** What a figure says that is counted: of figures that say the same, there is one row. */
  private static final String SAID =
      Stream.of(PerformanceCount.OF_VALUE, PerformanceCount.OF_JUDGEMENT)
          .flatMap(List::stream)
          .collect(Collectors.joining(", "));

  private static final String COUNT =
      """
      INSERT INTO %1$s (feed_id, agency_id, programme_id, year_key, delivery_id, %2$s)
      SELECT feed_id, agency_id, programme_id, year_key, :delivery, %3$s
      FROM (
      %4$s) alike
      GROUP BY feed_id, agency_id, programme_id, year_key
      ON DUPLICATE KEY UPDATE %5$s
      """;

  /** Thirty counts are taken of what is alike, not of each figure. */
  private static final String ALIKE =
      """
      SELECT feed_id, agency_id, programme_id, year_key, %1$s, is_one, COUNT(*) AS n
      FROM (
      %2$s) chosen
      GROUP BY feed_id, agency_id, programme_id, year_key, %1$s, is_one
      """;

  /** Of several figures of an indicator and year at the best choice none is picked. */
  private static final String CHOSEN =
      """
      SELECT * FROM (
        SELECT s.*, ROW_NUMBER() OVER choices AS place, NOT LEAD(choice) OVER choices <=> choice AS is_one
        FROM (
        %s) s
        WINDOW choices AS (PARTITION BY feed_id, indicator_id, agency_id, programme_id, year_key ORDER BY choice)
      ) ranked
      WHERE place = 1
      """;

  /** What becomes of figures that are counted: they are added to the counts, or taken from them. */
  private enum Sign {
    ADDED(""),
    TAKEN("-");

    private final String sign;

    Sign(String sign) {
      this.sign = sign;
    }

    String of(PerformanceCount count) {
      return sign + count.expression();
    }
  }

  private void count(String figures) {
    count(figures, Sign.ADDED);
  }

  private void count(String figures, Sign sign) {
    add(ALIKE.formatted(SAID, CHOSEN.formatted(figures)), sign);
  }

  private void add(String alike, Sign sign) {
    sql.sql(
            COUNT.formatted(
                TOUCHED,
                String.join(", ", TABLE.values()),
                each(sign::of),
                alike,
                each(count -> "%1$s = %1$s + VALUES(%1$s)".formatted(count.column()))))
        .param("feed", feedId)
        .param("delivery", deliveryId)
        .update();
  }

  private static String each(Function<PerformanceCount, String> words) {
    return PerformanceCount.ALL.stream().map(words).collect(Collectors.joining(", "));
  }

  /** The counts follow from what history holds, whatever edition: the newest always stand. */
  private void merge() {
    InOneGo go =
        new InOneGo(sql)
            .then(
                "DELETE f FROM %s f JOIN %s k ON %s WHERE k.n_total = 0"
                    .formatted(TABLE.name(), TOUCHED, TABLE.sameKey()))
            .then("DELETE FROM " + TOUCHED + " WHERE n_total = 0");
    new Merge(sql, TABLE, TOUCHED).in(go, Merge.Rank.LAST);
    go.send();
  }
}
