package org.avance.warehouse;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether there is anything to be read. */
public final class Tables {
  private Tables() {}

  /** How far a schema has been brought. */
  public enum State {
    /** Nothing was ever loaded. */
    NONE,
    /** Another build made the tables, before there were the columns that this one reads. */
    OLDER,
    READY
  }

  /** Looks without making anything. */
  public static State state(DataSource loader) {
    long columns =
        JdbcClient.create(loader)
            .sql(
                """
                SELECT COUNT(*) FROM information_schema.columns
                WHERE table_schema = DATABASE()
                  AND (table_name, column_name) IN (('quarantine', 'raw'), ('v_quarantine', 'records_open'))
                """)
            .query(Long.class)
            .single();
    if (columns == 0) {
      return State.NONE;
    }
    return columns == 2 ? State.READY : State.OLDER;
  }
}
