package org.avance.bench;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The warehouse's keys, read once before the first record. The usual job finds the dimensions
 * filled: it makes none.
 */
record UsualKeys(
    Map<String, Indicator> indicators,
    Map<String, Integer> units,
    Map<Objective, Integer> objectives,
    Map<String, Integer> directions,
    int geography,
    int missing) {
  private static final int DELIVERY = 1;

  record Indicator(int feed, int indicator, int agency, int programme) {}

  record Objective(int programme, String text) {}

  static UsualKeys read(JdbcClient sql) {
    Map<String, Indicator> indicators = new HashMap<>();
    sql.sql("SELECT code, feed_id, indicator_id, agency_id, programme_id FROM dim_indicator")
        .query(
            row -> {
              indicators.put(
                  row.getString(1),
                  new Indicator(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)));
            });
    Map<Objective, Integer> objectives = new HashMap<>();
    sql.sql("SELECT programme_id, text, objective_id FROM dim_objective")
        .query(
            row -> {
              objectives.put(new Objective(row.getInt(1), row.getString(2)), row.getInt(3));
            });
    return new UsualKeys(
        indicators,
        byText(sql, "SELECT label, unit_id FROM dim_unit_of_measure"),
        objectives,
        byText(sql, "SELECT label_es, direction_key FROM dim_direction"),
        number(sql, "SELECT geography_id FROM dim_geography WHERE geography_code = 'MX'"),
        number(
            sql, "SELECT missing_reason_key FROM dim_missing_reason WHERE code = 'NOT_AVAILABLE'"));
  }

  /** The row of a record; null, which drops it, where the record is wrong. */
  @Nullable UsualRow rowOf(UsualRecord printed) {
    if (!printed.isGood()) {
      return null;
    }
    Indicator known = known(printed.indicator(), indicators);
    return new UsualRow(
        known.feed(),
        known.indicator(),
        known(printed.unit(), units),
        printed.year(),
        geography,
        known.agency(),
        known.programme(),
        known(new Objective(known.programme(), printed.objective()), objectives),
        known(printed.direction(), directions),
        printed.figure(),
        printed.isMissing() ? missing : null,
        printed.baseline(),
        printed.baselineYear(),
        new BigDecimal(printed.target()),
        dueYear(printed),
        printed.numerator(),
        printed.denominator(),
        printed.isMissing() ? "ND" : "",
        printed.target(),
        printed.note(),
        DELIVERY,
        printed.line());
  }

  /** The plan's last year for the goals of the upper levels; 0 for the year itself. */
  private static int dueYear(UsualRecord printed) {
    if (!printed.isStrategic()) {
      return 0;
    }
    return printed.year() < 2019 ? 2018 : 2024;
  }

  private static <K, V> V known(K key, Map<K, V> keys) {
    return Optional.ofNullable(keys.get(key))
        .orElseThrow(() -> new WrongResult("no key for " + key));
  }

  private static Map<String, Integer> byText(JdbcClient sql, String query) {
    Map<String, Integer> keys = new HashMap<>();
    sql.sql(query)
        .query(
            row -> {
              keys.put(row.getString(1), row.getInt(2));
            });
    return keys;
  }

  private static int number(JdbcClient sql, String query) {
    return sql.sql(query).query(Integer.class).single();
  }
}
