package org.avance.load;

import java.math.BigDecimal;
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

  /**
   * Looks in a SELECT of its own: inside SET, looking locks every row of the register until the
   * publish ends, and no other delivery could be received or sent back meanwhile.
   */
  void pin() {
    BigDecimal instant =
        sql.sql(
                """
                SELECT CAST(GREATEST(
                  UNIX_TIMESTAMP(SYSDATE(6)),
                  COALESCE((SELECT UNIX_TIMESTAMP(MAX(published_at)) + 0.000001 FROM delivery_publication), 0),
                  COALESCE((SELECT UNIX_TIMESTAMP(MAX(retracted_at)) + 0.000001 FROM delivery), 0),
                  COALESCE((SELECT UNIX_TIMESTAMP(MAX(reclassified_at)) + 0.000001 FROM reclassification), 0)) AS DECIMAL(20, 6))
                """)
            .query(BigDecimal.class)
            .single();
    sql.sql("SET timestamp = " + instant.toPlainString()).update();
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
