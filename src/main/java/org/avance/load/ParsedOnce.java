package org.avance.load;

import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ConcurrentLruCache;

/**
 * Where the parameters of a statement stand is looked for once in a process. Spring remembers it
 * for each client, and each delivery makes its own, with the same two hundred statements.
 */
final class ParsedOnce extends NamedParameterJdbcTemplate {
  /** Those of several feeds at once. */
  private static final ConcurrentLruCache<String, ParsedSql> PARSED =
      new ConcurrentLruCache<>(1_000, NamedParameterUtils::parseSqlStatement);

  private ParsedOnce(DataSource dataSource) {
    super(dataSource);
  }

  static JdbcClient on(DataSource dataSource) {
    return JdbcClient.create(new ParsedOnce(dataSource));
  }

  @Override
  protected ParsedSql getParsedSql(String sql) {
    return PARSED.get(sql);
  }
}
