package org.avance.warehouse;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what is published. */
public final class Holdings {
  private Holdings() {}

  private static final Map<String, String> TABLES =
      new TreeMap<>(
          Map.of(
              "coverage", "fct_coverage",
              "budget", "fct_budget",
              "indicator", "fct_indicator_value",
              "score", "fct_score",
              "assessment", "fct_indicator_assessment",
              "distribution", "fct_published_distribution",
              "finding", "fct_finding"));

  /** The table of a kind of fact. */
  public static String table(String kind) {
    return Objects.requireNonNull(TABLES.get(kind), kind);
  }

  /** Current facts by feed and kind. */
  public static List<Holding> list(DataSource reader) {
    String held =
        TABLES.entrySet().stream()
            .map(kind -> ofKind(kind.getKey(), kind.getValue()))
            .collect(Collectors.joining("UNION ALL\n"));
    return JdbcClient.create(reader)
        .sql(
            """
            SELECT feed.feed, held.kind, held.programmes, held.years, held.facts
            FROM (%s) held
            JOIN dim_feed feed ON feed.feed_id = held.feed_id
            ORDER BY feed.feed, held.kind
            """
                .formatted(held))
        .query(
            (row, n) ->
                new Holding(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getLong(5)))
        .list();
  }

  private static String ofKind(String kind, String table) {
    return """
        SELECT feed_id, '%s' AS kind, COUNT(DISTINCT agency_id, programme_id) AS programmes,
               CONCAT_WS('-', MIN(year_key), NULLIF(MAX(year_key), MIN(year_key))) AS years, COUNT(*) AS facts
        FROM %s GROUP BY feed_id
        """
        .formatted(kind, table);
  }
}
