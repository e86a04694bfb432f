package org.avance.load;

import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.avance.issue.IssueCode;
import org.avance.model.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first faults of a delivery's records in words, for the reasons of its rejection. */
public final class FirstFaults {
  /** Quarantine and issues have them all. */
  private static final int COUNT = 3;

  private final JdbcClient sql;
  private final Delivery delivery;

  public FirstFaults(DataSource dataSource, Delivery delivery) {
    this.sql = ParsedOnce.on(dataSource);
    this.delivery = delivery;
  }

  /** Those for which records are in quarantine. */
  public String quarantined() {
    return faults("record_no IN (SELECT record_no FROM quarantine WHERE delivery_id = :id)");
  }

  /** Those of keys that two records state with different values. */
  public String conflicts() {
    return faults("code = '" + IssueCode.KEY_CONFLICT + "'");
  }

  private String faults(String which) {
    return sql
        .sql(
            """
            SELECT line, message FROM issue
            WHERE delivery_id = :id AND record_no > 0 AND severity = 'ERROR' AND %s
            ORDER BY record_no, issue_id LIMIT %d
            """
                .formatted(which, COUNT))
        .param("id", delivery.id())
        .query(
            (row, n) -> "line " + row.getLong(1) + ": " + row.getString(2).replaceFirst("\\.$", ""))
        .list()
        .stream()
        .collect(Collectors.joining("; "));
  }

  /** Reasons are kept a line each, and what a cell holds may have several. */
  static String onOneLine(String reason) {
    return reason.lines().map(String::strip).collect(Collectors.joining(" "));
  }
}
