package org.avance.load;

import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last sign of a load whose process has died: what it staged. */
public final class LastStaged {
  private LastStaged() {}

  /**
   * When something was last written of a feed; empty where its tables are gone, or the server has
   * been started since, which forgets it.
   *
   * @param schema the staging schema
   */
  public static Optional<Instant> of(DataSource dataSource, String schema, String feed) {
    return JdbcClient.create(dataSource)
        .sql(
            """
            SELECT UNIX_TIMESTAMP(MAX(update_time)) FROM information_schema.tables
            WHERE table_schema = :schema AND LEFT(table_name, CHAR_LENGTH(:prefix)) = :prefix
            HAVING MAX(update_time) IS NOT NULL
            """)
        .param("schema", schema)
        .param("prefix", new StagingTables(schema, feed).prefix())
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochSecond);
  }
}
