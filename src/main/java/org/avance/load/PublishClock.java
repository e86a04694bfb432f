package org.avance.load;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one instant of all that a publish writes. The clock may have stepped back since the last one;
 * an instant that is not later would lose the replaced version.
 */
final class PublishClock {
  private final JdbcClient sql;

  /**
   * @param sql on the publishing connection
   */
  PublishClock(JdbcClient sql) {
    this.sql = sql;
  }

  void pin() {
    sql.sql(
            """
            SET timestamp = GREATEST(
              UNIX_TIMESTAMP(SYSDATE(6)),
              COALESCE((SELECT UNIX_TIMESTAMP(MAX(published_at)) + 0.000001 FROM delivery_publication), 0),
              COALESCE((SELECT UNIX_TIMESTAMP(MAX(retracted_at)) + 0.000001 FROM delivery), 0),
              COALESCE((SELECT UNIX_TIMESTAMP(MAX(reclassified_at)) + 0.000001 FROM reclassification), 0))
            """)
        .update();
  }

  /**
   * A statement that changes a row outside of a publish, at an instant after its own last change.
   *
   * @param row table and condition; no other row is looked at, since looking locks here
   */
  static String after(String row, String change) {
    return """
        BEGIN NOT ATOMIC
          DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN SET timestamp = DEFAULT; RESIGNAL; END;
          SET timestamp = GREATEST(
            UNIX_TIMESTAMP(SYSDATE(6)), COALESCE((SELECT UNIX_TIMESTAMP(MAX(row_start)) + 0.000001 FROM %s), 0));
          %s;
          SET timestamp = DEFAULT;
        END
        """
        .formatted(row, change.strip());
  }

  void release() {
    sql.sql("SET timestamp = DEFAULT").update();
  }
}
