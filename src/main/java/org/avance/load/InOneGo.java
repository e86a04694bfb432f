package org.avance.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Statements that follow one another, whatever each of them finds, sent to the server together: of
 * a small delivery each takes less time than the words about it.
 *
 * <p>What a parameter stands for is declared once, at the beginning. A statement of a block that
 * has a parameter of its own fails when the server prepares it anew, because a table was made
 * again.
 */
final class InOneGo {
  private final JdbcClient sql;
  private final List<String> statements = new ArrayList<>();
  private final Map<String, Object> params = new LinkedHashMap<>();

  InOneGo(JdbcClient sql) {
    this.sql = sql;
  }

  /** The connection that it is sent on. */
  JdbcClient sql() {
    return sql;
  }

  /** Gives a value to all statements that name it: a whole number or a text. */
  InOneGo param(String name, Object value) {
    params.put(name, value);
    return this;
  }

  InOneGo then(String statement) {
    statements.add(statement.strip());
    return this;
  }

  void send() {
    if (!statements.isEmpty()) {
      sql.sql("BEGIN NOT ATOMIC\n" + declared() + named() + ";\nEND").params(params).update();
      statements.clear();
    }
  }

  private String declared() {
    return params.entrySet().stream()
        .map(
            param ->
                "DECLARE p_%1$s %2$s DEFAULT :%1$s;\n"
                    .formatted(
                        param.getKey(),
                        param.getValue() instanceof Number ? "BIGINT" : "VARCHAR(1000)"))
        .collect(Collectors.joining());
  }

  private String named() {
    String all = String.join(";\n", statements);
    return params.isEmpty()
        ? all
        : Pattern.compile(":(" + String.join("|", params.keySet()) + ")\\b")
            .matcher(all)
            .replaceAll("p_$1");
  }
}
