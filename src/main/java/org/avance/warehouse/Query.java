package org.avance.warehouse;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One statement that reads the warehouse, its rows handed on one by one: memory stays the same
 * however many there are. Instants are UTC.
 */
public final class Query {
  private static final int ROWS_AT_A_TIME = 1_000;

  /**
   * Whatever the server's own defaults are: other modes would read quotes and escapes otherwise,
   * and weighing every order in which the thirty tables of a view can be read takes minutes when
   * the past is asked for.
   */
  private static final String SESSION =
      """
      SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION',
        optimizer_search_depth = 0
      """;

  /** Takes an answer: its column names once, then each row. */
  public interface Answer {
    void columns(List<String> names);

    void row(List<Cell> cells);
  }

  private Query() {}

  /**
   * Runs the statement in a session that can't write, whatever the account may.
   *
   * <p>Whatever the answer throws ends the statement and is passed on.
   *
   * @return how many rows there were
   * @throws QueryRefused when it is no statement that only reads, or the server refuses it
   * @throws WarehouseUnreachable when there is no connection
   */
  public static long run(DataSource reader, String sql, Answer answer) {
    return run(reader, sql, List.of(), answer);
  }

  /**
   * The same, of a statement with parameters.
   *
   * @param parameters texts for its question marks; the server reads them as numbers where a number
   *     is asked for
   */
  static long run(DataSource reader, String sql, List<String> parameters, Answer answer) {
    String statement = ReadingStatement.of(sql);
    try (Connection connection = reader.getConnection()) {
      try {
        execute(connection, SESSION);
        execute(connection, "SET SESSION TRANSACTION READ ONLY");
        return stream(connection, statement, parameters, answer);
      } catch (SQLException refused) {
        throw new QueryRefused(RefusalInWords.of(refused, statement, connection), refused);
      } finally {
        execute(connection, "SET SESSION TRANSACTION READ WRITE");
      }
    } catch (SQLException unreachable) {
      throw new WarehouseUnreachable(unreachable);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long stream(
      Connection connection, String sql, List<String> parameters, Answer answer)
      throws SQLException {
    if (parameters.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(ROWS_AT_A_TIME);
        return stream(statement, () -> statement.executeQuery(sql), answer);
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      return stream(statement, statement::executeQuery, answer);
    }
  }

  private interface Asked {
    ResultSet rows() throws SQLException;
  }

  private static long stream(Statement statement, Asked asked, Answer answer) throws SQLException {
    try (ResultSet rows = asked.rows()) {
      try {
        return handOn(rows, answer);
      } catch (RuntimeException stopped) {
        // Else closing would first read all that is still to come.
        statement.cancel();
        throw stopped;
      }
    }
  }

  private static long handOn(ResultSet rows, Answer answer) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    answer.columns(names(columns));
    long count = 0;
    while (rows.next()) {
      answer.row(cells(rows, columns));
      count++;
    }
    return count;
  }

  private static List<String> names(ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      names.add(columns.getColumnLabel(column));
    }
    return List.copyOf(names);
  }

  private static List<Cell> cells(ResultSet row, ResultSetMetaData columns) throws SQLException {
    List<Cell> cells = new ArrayList<>(columns.getColumnCount());
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      cells.add(cell(row, column, columns));
    }
    return List.copyOf(cells);
  }

  private static Cell cell(ResultSet row, int column, ResultSetMetaData columns)
      throws SQLException {
    if (columns.getColumnTypeName(column).equals("YEAR")) {
      return number(row.getString(column));
    }
    return switch (columns.getColumnType(column)) {
      case Types.BIT, Types.BOOLEAN -> number(row.getObject(column, Long.class));
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
          number(row.getString(column));
      case Types.DECIMAL, Types.NUMERIC, Types.REAL, Types.FLOAT, Types.DOUBLE ->
          number(row.getString(column));
      case Types.DATE -> text(row.getObject(column, LocalDate.class));
      case Types.TIMESTAMP -> instant(row.getObject(column, LocalDateTime.class));
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          hexadecimal(row.getBytes(column));
      default -> text(row.getString(column));
    };
  }

  private static Cell number(@Nullable Object value) {
    return value == null ? new Cell.Null() : new Cell.Numeric(new BigDecimal(value.toString()));
  }

  private static Cell text(@Nullable Object value) {
    return value == null ? new Cell.Null() : new Cell.Text(value.toString());
  }

  private static Cell instant(@Nullable LocalDateTime value) {
    return value == null
        ? new Cell.Null()
        : new Cell.Text(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value));
  }

  private static Cell hexadecimal(byte @Nullable [] value) {
    return value == null ? new Cell.Null() : new Cell.Text(HexFormat.of().formatHex(value));
  }
}
