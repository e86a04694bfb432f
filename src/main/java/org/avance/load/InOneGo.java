package org.avance.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Statements that follow one another, whatever each of them finds, sent to the server together: of
 * a small delivery each takes less time than the words about it.
 *
 * <p>After each INSERT … SELECT the server waits for the disk. Where rows are few they are inserted
 * one by one by VALUES, after which it does not.
 */
final class InOneGo {
  /** From how many facts on a statement for each row takes longer than the disk. */
  private static final long MANY = 1_000;

  private static final Pattern INSERT =
      Pattern.compile("INSERT INTO (\\S+) \\(([^)]+)\\)\\s+(SELECT .+)", Pattern.DOTALL);

  private final JdbcClient sql;
  private final boolean few;
  private final List<String> statements = new ArrayList<>();
  private final Map<String, Object> params = new HashMap<>();

  /**
   * @param facts how many are laid out or published by it
   */
  InOneGo(JdbcClient sql, long facts) {
    this.sql = sql;
    this.few = facts < MANY;
  }

  /** The connection that it is sent on. */
  JdbcClient sql() {
    return sql;
  }

  boolean isOfFew() {
    return few;
  }

  /** Gives a value to all statements that name it. */
  InOneGo param(String name, Object value) {
    params.put(name, value);
    return this;
  }

  InOneGo then(String statement) {
    statements.add(statement.strip());
    return this;
  }

  /**
   * @param statement an INSERT … SELECT that names its columns; the order of its rows must not tell
   */
  InOneGo insert(String statement) {
    return then(few ? oneByOne(statement) : statement);
  }

  void send() {
    if (!statements.isEmpty()) {
      sql.sql("BEGIN NOT ATOMIC\n" + String.join(";\n", statements) + ";\nEND")
          .params(params)
          .update();
      statements.clear();
    }
  }

  private static String oneByOne(String statement) {
    Matcher insert = INSERT.matcher(statement.strip());
    if (!insert.matches()) {
      throw new IllegalArgumentException("no INSERT … SELECT with its columns: " + statement);
    }
    String columns = insert.group(2);
    String values =
        Arrays.stream(columns.split(", ")).map("one."::concat).collect(Collectors.joining(", "));
    return "FOR one IN (WITH said (%2$s) AS (%3$s) SELECT * FROM said) DO\n  INSERT INTO %1$s (%2$s) VALUES (%4$s);\nEND FOR"
        .formatted(insert.group(1), columns, insert.group(3), values);
  }
}
