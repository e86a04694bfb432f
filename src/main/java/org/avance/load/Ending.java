package org.avance.load;

import org.avance.issue.IssueCode;
import org.avance.model.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of published facts that a delivery of their scope no longer states. */
final class Ending {
  private final JdbcClient sql;
  private final Delivery delivery;

  Ending(JdbcClient sql, Delivery delivery) {
    this.sql = sql;
    this.delivery = delivery;
  }

  /** Whether such facts are ended; else they are kept, since quarantine may state them. */
  boolean isMeant() {
    return !delivery.endingScope().isEmpty();
  }

  /**
   * Ends them; or says that they are kept.
   *
   * @param noLongerStated how many there are
   * @param act what ends them
   * @return how many have ended
   */
  long end(long noLongerStated, Runnable act) {
    if (noLongerStated == 0) {
      return 0;
    }
    if (!isMeant()) {
      keep(noLongerStated);
      return 0;
    }
    act.run();
    return noLongerStated;
  }

  private void keep(long figures) {
    IssueCode code = IssueCode.NOT_ENDED;
    sql.sql(
            """
            INSERT INTO issue (delivery_id, record_no, code, severity, line, column_name, found, message, accepted)
            VALUES (:id, 0, :code, :severity, 0, '', '', :message, '')
            """)
        .param("id", delivery.id())
        .param("code", code.name())
        .param("severity", code.severity().name())
        .param(
            "message",
            "%d facts published before are not in this delivery and are kept, because %d of its records are in quarantine and may state them."
                .formatted(figures, delivery.counts().quarantined()))
        .update();
  }
}
