package org.avance.load;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.model.Direction;
import org.avance.model.Goals;
import org.avance.model.IndicatorPoint;
import org.avance.model.IndicatorSeries;
import org.avance.model.LightLimits;
import org.avance.model.MissingReason;
import org.avance.model.PeriodType;
import org.avance.model.Stated;
import org.avance.model.Target;
import org.avance.model.TargetType;

/** Cuts points that come in order of their series into series. */
final class SeriesCutter {
  private final List<Row> open = new ArrayList<>();

  /** One point with the key of its series. */
  record Row(long number, IndicatorSeries key, IndicatorPoint point) {}

  static Row row(ResultSet row, int number) throws SQLException {
    IndicatorSeries key =
        new IndicatorSeries(
            row.getString("indicator_key"),
            row.getString("series_code"),
            row.getString("geography_code"),
            row.getString("reporting_unit_code"),
            PeriodType.valueOf(row.getString("period_type")),
            List.of());
    return new Row(row.getLong("point_no"), key, point(row));
  }

  private static IndicatorPoint point(ResultSet row) throws SQLException {
    return new IndicatorPoint(
        row.getInt("year_key"),
        row.getInt("period_number"),
        row.getString("unit_code"),
        row.getInt("ordinal"),
        Direction.valueOf(row.getString("direction")),
        figure(row, "figure"),
        goals(row),
        new LightLimits(figure(row, "green_up_to"), figure(row, "yellow_up_to")),
        row.getString("plan"),
        row.getBoolean("is_partial"),
        row.getBoolean("is_ambiguous"));
  }

  private static Goals goals(ResultSet row) throws SQLException {
    Target target =
        new Target(
            TargetType.valueOf(row.getString("target_type")),
            figure(row, "target_min"),
            figure(row, "target_max"),
            "",
            row.getInt("target_due_year"));
    return new Goals(
        figure(row, "baseline"),
        row.getInt("baseline_year"),
        target,
        figure(row, "interim_target"),
        figure(row, "adjusted_target"));
  }

  private static Stated<BigDecimal> figure(ResultSet row, String column) throws SQLException {
    BigDecimal figure = row.getBigDecimal(column);
    return figure == null ? Stated.missing(MissingReason.BLANK, "") : Stated.given(figure);
  }

  /** Takes the next point; hands on the series before it when this one begins another. */
  Optional<IndicatorSeries> add(Row row) {
    Optional<IndicatorSeries> before = Optional.empty();
    if (!open.isEmpty() && !open.get(0).key().equals(row.key())) {
      before = last();
    }
    open.add(row);
    return before;
  }

  /** The series still open. */
  Optional<IndicatorSeries> last() {
    if (open.isEmpty()) {
      return Optional.empty();
    }
    IndicatorSeries key = open.get(0).key();
    IndicatorSeries series =
        new IndicatorSeries(
            key.indicatorKey(),
            key.seriesCode(),
            key.geographyCode(),
            key.reportingUnitCode(),
            key.periodType(),
            open.stream().map(Row::point).toList());
    open.clear();
    return Optional.of(series);
  }
}
