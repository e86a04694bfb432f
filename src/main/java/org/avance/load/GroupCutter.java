package org.avance.load;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.model.CoverageGroup;
import org.avance.model.CoveragePoint;
import org.avance.model.MissingReason;
import org.avance.model.PopulationKind;
import org.avance.model.Sex;
import org.avance.model.Stated;

/** Cuts points that come in order of their groups into groups. */
final class GroupCutter {
  private final List<Row> open = new ArrayList<>();

  /** One point with the key of its group. */
  record Row(long number, CoverageGroup key, CoveragePoint point) {}

  static Row row(ResultSet row, int number) throws SQLException {
    CoverageGroup key =
        new CoverageGroup(
            row.getString("code_system"),
            row.getString("agency_code"),
            row.getString("programme_code"),
            row.getString("component_code"),
            row.getInt("ordinal"),
            Sex.valueOf(row.getString("sex")),
            row.getString("geography_code"),
            List.of());
    BigDecimal figure = row.getBigDecimal("figure");
    CoveragePoint point =
        new CoveragePoint(
            PopulationKind.valueOf(row.getString("population")),
            row.getInt("year_key"),
            row.getString("unit_code"),
            figure == null ? Stated.missing(MissingReason.BLANK, "") : Stated.given(figure),
            row.getBoolean("is_ambiguous"));
    return new Row(row.getLong("point_no"), key, point);
  }

  /** Takes the next point; hands on the group before it when this one begins another. */
  Optional<CoverageGroup> add(Row row) {
    Optional<CoverageGroup> before = Optional.empty();
    if (!open.isEmpty() && !open.get(0).key().equals(row.key())) {
      before = last();
    }
    open.add(row);
    return before;
  }

  /** The group still open. */
  Optional<CoverageGroup> last() {
    if (open.isEmpty()) {
      return Optional.empty();
    }
    CoverageGroup key = open.get(0).key();
    CoverageGroup group =
        new CoverageGroup(
            key.codeSystem(),
            key.agencyCode(),
            key.programmeCode(),
            key.componentCode(),
            key.ordinal(),
            key.sex(),
            key.geographyCode(),
            open.stream().map(Row::point).toList());
    open.clear();
    return Optional.of(group);
  }
}
