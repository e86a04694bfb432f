package org.avance.load;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The warehouse's short lists, such as directions and classes, as types of staging columns: an ENUM
 * of a list's codes in the order of its keys. A word outside its list is refused when it is staged,
 * and the key needs no join.
 */
final class ClosedLists {
  private static final Pattern LIST = Pattern.compile("\\{(dim_\\w+)}");

  private final JdbcClient sql;

  ClosedLists(JdbcClient sql) {
    this.sql = sql;
  }

  /** The type of a column that holds a code of the list; made out when the table is created. */
  static String type(String dimension) {
    return "{" + dimension + "}";
  }

  /** The warehouse's key of what a staging column of that type holds; NULL where it holds none. */
  static String key(String column) {
    return "(" + column + " - 1)";
  }

  /** The statement with its lists made out. */
  String madeOut(String createStatement) {
    return LIST.matcher(createStatement)
        .replaceAll(list -> Matcher.quoteReplacement(enumeration(list.group(1))));
  }

  private record Member(int key, String code) {}

  private String enumeration(String dimension) {
    List<Member> members =
        sql.sql("SELECT * FROM " + dimension + " ORDER BY 1")
            .query((row, n) -> new Member(row.getInt(1), row.getString("code")))
            .list();
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).key() != i) {
        throw new SchemaFailure(
            "Expected the keys of %s to run from 0 without a gap; found: %d where %d should be. Restore the rows that a migration wrote."
                .formatted(dimension, members.get(i).key(), i));
      }
    }
    return members.stream()
        .map(member -> "'" + member.code() + "'")
        .collect(Collectors.joining(", ", "ENUM(", ")"));
  }
}
