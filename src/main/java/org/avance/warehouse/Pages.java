package org.avance.warehouse;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the pages of documents begin; read as the account that loads. */
public final class Pages {
  private Pages() {}

  /** The page that a line stands on; 0 where the file has no pages. */
  public static long of(DataSource loader, long delivery, long line) {
    return JdbcClient.create(loader)
        .sql(
            "SELECT COALESCE(MAX(page), 0) FROM delivery_page WHERE delivery_id = :delivery AND first_line <= :line")
        .param("delivery", delivery)
        .param("line", line)
        .query(Long.class)
        .single();
  }
}
