package org.avance.warehouse;

import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.avance.model.IssueGroup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A delivery's issues, once for each kind; read as the account that loads. */
public final class IssueGroups {
  private final DataSource loader;
  private final JdbcClient sql;

  public IssueGroups(DataSource loader) {
    this.loader = loader;
    this.sql = JdbcClient.create(loader);
  }

  /** Those of some deliveries, in their order, over one connection. */
  public List<List<IssueGroup>> ofEach(List<Long> deliveries, int examples) {
    if (deliveries.isEmpty()) {
      return List.of();
    }
    Connection connection = DataSourceUtils.getConnection(loader);
    try {
      IssueGroups groups = new IssueGroups(new SingleConnectionDataSource(connection, true));
      return deliveries.stream().map(delivery -> groups.of(delivery, examples)).toList();
    } finally {
      DataSourceUtils.releaseConnection(connection, loader);
    }
  }

  private record Kind(String code, String severity, String column, long count) {}

  /**
   * The worst kinds first, then the most frequent.
   *
   * @param examples how many issues of each kind are told
   */
  public List<IssueGroup> of(long delivery, int examples) {
    List<Kind> kinds =
        sql.sql(
                """
                SELECT code, severity, column_name, COUNT(*) AS issues FROM issue WHERE delivery_id = :delivery
                GROUP BY code, severity, column_name
                ORDER BY FIELD(severity, 'ERROR', 'WARNING', 'INFO'), issues DESC, code, column_name
                """)
            .param("delivery", delivery)
            .query(
                (row, n) ->
                    new Kind(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
            .list();
    return kinds.stream()
        .map(
            kind ->
                new IssueGroup(
                    kind.code(),
                    kind.severity(),
                    kind.column(),
                    kind.count(),
                    first(delivery, kind, examples)))
        .toList();
  }

  /** By their record, which is found by index and is the order of the file. */
  private List<IssueGroup.Example> first(long delivery, Kind kind, int examples) {
    return sql.sql(
            """
            SELECT line, found, message, accepted FROM issue
            WHERE delivery_id = :delivery AND code = :code AND severity = :severity AND column_name = :column
            ORDER BY record_no, issue_id LIMIT :examples
            """)
        .param("delivery", delivery)
        .param("code", kind.code())
        .param("severity", kind.severity())
        .param("column", kind.column())
        .param("examples", examples)
        .query(
            (row, n) ->
                new IssueGroup.Example(
                    row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
        .list();
  }
}
