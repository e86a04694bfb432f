package org.avance.load;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.model.Direction;
import org.avance.model.Goals;
import org.avance.model.IndicatorPoint;
import org.avance.model.IndicatorSeries;
import org.avance.model.IndicatorValue;
import org.avance.model.Label;
import org.avance.model.LightLimits;
import org.avance.model.MissingReason;
import org.avance.model.PeriodType;
import org.avance.model.Stated;
import org.avance.model.Target;
import org.avance.model.TargetType;

/** Cuts points that come in order of their series into series. */
final class SeriesCutter {
  /** What a row is read from; read by place, a million times. */
  static final List<String> COLUMNS =
      List.of(
          ("is_past record_no fact_no series_no indicator_key series_code reporting_unit_code geography_code period_type"
                  + " year_key period_number unit_code ordinal direction figure baseline baseline_year target_type target_min"
                  + " target_max target_due_year interim_target adjusted_target green_up_to yellow_up_to plan is_partial"
                  + " is_ambiguous")
              .split(" "));

  private static final Stated<BigDecimal> NONE = Stated.missing(MissingReason.BLANK, "");

  private final List<Row> open = new ArrayList<>();

  /** What points of one series have in common. */
  private record Key(
      long series, String indicator, String code, String unit, String geography, String period) {}

  /** One point with the key of its series. */
  record Row(Key key, PlacedSeries.Place place, IndicatorPoint point) {}

  static Row row(ResultSet row) throws SQLException {
    Key key =
        new Key(
            row.getLong(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getString(9));
    PlacedSeries.Place place =
        new PlacedSeries.Place(row.getBoolean(1), row.getLong(2), row.getInt(3));
    return new Row(key, place, point(row));
  }

  /**
   * The series of facts that are about to be staged, each point just as it would be read back.
   *
   * @param facts all of one statement, none of which shares its key
   */
  static Collection<PlacedSeries> cut(List<StagedFact<IndicatorValue>> facts) {
    Map<Key, List<Row>> series = new LinkedHashMap<>();
    for (StagedFact<IndicatorValue> fact : facts) {
      Row row = row(fact);
      series.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row);
    }
    return series.values().stream().map(SeriesCutter::placed).toList();
  }

  private static Row row(StagedFact<IndicatorValue> staged) {
    IndicatorValue fact = staged.fact();
    Key key = new Key(0, "", "", "", fact.geography().code(), fact.period().type().name());
    PlacedSeries.Place place =
        new PlacedSeries.Place(false, staged.record().number(), staged.number());
    return new Row(key, place, point(fact));
  }

  private static IndicatorPoint point(IndicatorValue fact) {
    return new IndicatorPoint(
        fact.year(),
        fact.period().number(),
        Label.normal(fact.unit()),
        1,
        fact.direction(),
        figure(fact.figure()),
        goals(fact.goals()),
        new LightLimits(figure(fact.limits().greenUpTo()), figure(fact.limits().yellowUpTo())),
        fact.plan(),
        fact.partial(),
        false);
  }

  private static Goals goals(Goals stated) {
    Target printed = stated.target();
    Target target =
        new Target(
            printed.type(), figure(printed.min()), figure(printed.max()), "", printed.dueYear());
    return new Goals(
        figure(stated.baseline()),
        stated.baselineYear(),
        target,
        figure(stated.interim()),
        figure(stated.adjusted()));
  }

  private static Stated<BigDecimal> figure(Stated<BigDecimal> stated) {
    return stated.isGiven() ? stated : NONE;
  }

  private static IndicatorPoint point(ResultSet row) throws SQLException {
    return new IndicatorPoint(
        row.getInt(10),
        row.getInt(11),
        row.getString(12),
        row.getInt(13),
        Direction.valueOf(row.getString(14)),
        figure(row, 15),
        goals(row),
        new LightLimits(figure(row, 24), figure(row, 25)),
        row.getString(26),
        row.getBoolean(27),
        row.getBoolean(28));
  }

  private static Goals goals(ResultSet row) throws SQLException {
    Target target =
        new Target(
            TargetType.valueOf(row.getString(18)),
            figure(row, 19),
            figure(row, 20),
            "",
            row.getInt(21));
    return new Goals(figure(row, 16), row.getInt(17), target, figure(row, 22), figure(row, 23));
  }

  private static Stated<BigDecimal> figure(ResultSet row, int column) throws SQLException {
    BigDecimal figure = row.getBigDecimal(column);
    return figure == null ? NONE : Stated.given(figure);
  }

  /** Takes the next point; hands on the series before it when this one begins another. */
  Optional<PlacedSeries> add(Row row) {
    Optional<PlacedSeries> before = Optional.empty();
    if (!open.isEmpty() && !open.get(0).key().equals(row.key())) {
      before = last();
    }
    open.add(row);
    return before;
  }

  /** The series still open. */
  Optional<PlacedSeries> last() {
    if (open.isEmpty()) {
      return Optional.empty();
    }
    PlacedSeries series = placed(open);
    open.clear();
    return Optional.of(series);
  }

  private static PlacedSeries placed(List<Row> rows) {
    PeriodType period = PeriodType.valueOf(rows.get(0).key().period());
    IndicatorSeries series = new IndicatorSeries(period, rows.stream().map(Row::point).toList());
    return new PlacedSeries(series, rows.stream().map(Row::place).toList());
  }
}
