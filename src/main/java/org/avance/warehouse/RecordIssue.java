package org.avance.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An issue of a record; read as the account that loads.
 *
 * @param found the printed text
 * @param message what was expected and what was found
 * @param accepted what would have been accepted
 */
public record RecordIssue(
    String code,
    String severity,
    long line,
    String column,
    String found,
    String message,
    String accepted) {
  private static final int MOST = 100;

  private static final String SELECT =
      "SELECT code, severity, line, column_name, found, message, accepted FROM issue WHERE delivery_id = :delivery";

  /** The first hundred of a record. */
  public static List<RecordIssue> ofRecord(DataSource loader, long delivery, long record) {
    return JdbcClient.create(loader)
        .sql(SELECT + " AND record_no = :record ORDER BY issue_id LIMIT " + MOST)
        .param("delivery", delivery)
        .param("record", record)
        .query(RecordIssue::read)
        .list();
  }

  /** The first hundred of what stands on some lines. */
  public static List<RecordIssue> ofLines(DataSource loader, long delivery, long first, long last) {
    return JdbcClient.create(loader)
        .sql(
            SELECT
                + " AND record_no > 0 AND line BETWEEN :first AND :last ORDER BY issue_id LIMIT "
                + MOST)
        .param("delivery", delivery)
        .param("first", first)
        .param("last", last)
        .query(RecordIssue::read)
        .list();
  }

  private static RecordIssue read(ResultSet row, int number) throws SQLException {
    return new RecordIssue(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7));
  }
}
