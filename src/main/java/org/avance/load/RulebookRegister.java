package org.avance.load;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rulebooks that were judged by. Judgements bear a version, so that one version must stand for
 * the same rules for good.
 */
public final class RulebookRegister {
  private final JdbcClient sql;

  public RulebookRegister(DataSource dataSource) {
    this.sql = JdbcClient.create(dataSource);
  }

  /**
   * A rulebook.
   *
   * @param digest of its rules
   * @param firstUsed when it was first judged by, UTC
   */
  public record Known(String version, String digest, String firstUsed) {}

  /** What a version stands for; empty where nothing was judged by it. */
  public Optional<Known> find(String version) {
    return sql.sql(
            "SELECT rulebook_version, rules_digest, CAST(first_used_at AS CHAR(16)) FROM rulebook WHERE rulebook_version = :version")
        .param("version", version)
        .query((row, n) -> new Known(row.getString(1), row.getString(2), row.getString(3)))
        .optional();
  }

  /** Enters a rulebook that is judged by from now on; what is known stays as it is. */
  public void enter(String version, String digest) {
    sql.sql(
            """
            INSERT INTO rulebook (rulebook_version, rules_digest, first_used_at) VALUES (:version, :digest, NOW(6))
            ON DUPLICATE KEY UPDATE rulebook_version = rulebook_version
            """)
        .param("version", version)
        .param("digest", digest)
        .update();
  }
}
