package org.avance.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads points in the order of their series, one series at a time, so that a history of any length
 * fits. Nothing else is asked of its connection meanwhile.
 */
final class SeriesReader implements AutoCloseable {
  private static final int ROWS_AHEAD = 2_000;

  private final DataSource dataSource;
  private final Supplier<String> select;
  private final SeriesCutter cutter = new SeriesCutter();
  private @Nullable Connection connection;
  private @Nullable PreparedStatement statement;
  private @Nullable ResultSet points;

  /**
   * @param select asked for at the first series: selects {@link SeriesCutter#COLUMNS}, in order
   */
  SeriesReader(DataSource dataSource, Supplier<String> select) {
    this.dataSource = dataSource;
    this.select = select;
  }

  /** The next series; empty at the end. */
  Optional<PlacedSeries> next() {
    try {
      ResultSet rows = points();
      while (rows.next()) {
        Optional<PlacedSeries> series = cutter.add(SeriesCutter.row(rows));
        if (series.isPresent()) {
          return series;
        }
      }
      return cutter.last();
    } catch (SQLException e) {
      throw new IllegalStateException("the series can't be read: " + e.getMessage(), e);
    }
  }

  private ResultSet points() throws SQLException {
    ResultSet open = points;
    if (open == null) {
      Connection reading = dataSource.getConnection();
      connection = reading;
      PreparedStatement selecting =
          reading.prepareStatement("SET STATEMENT sort_buffer_size = 67108864 FOR " + select.get());
      statement = selecting;
      selecting.setFetchSize(ROWS_AHEAD);
      open = selecting.executeQuery();
      points = open;
    }
    return open;
  }

  @Override
  public void close() {
    try {
      if (points != null) {
        points.close();
      }
      if (statement != null) {
        statement.close();
      }
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the series can't be left: " + e.getMessage(), e);
    }
  }
}
