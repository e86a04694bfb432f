package org.avance.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words why the server refused a query, with the nearest right names. */
final class RefusalInWords {
  private static final Pattern TABLE = Pattern.compile("[Tt]able [`'](?:\\w+`?\\.`?)?(\\w+)[`']");
  private static final Pattern COLUMN = Pattern.compile("column '(?:[^']*\\.)?([^'.]+)'");
  private static final Pattern SYNTAX =
      Pattern.compile("to use near '(.*)' at line (\\d+)$", Pattern.DOTALL);

  private RefusalInWords() {}

  static String of(SQLException refused, String sql, Connection reader) {
    // The driver puts the number of its connection in front.
    String message =
        String.valueOf(refused.getMessage()).replaceFirst("^\\(conn=\\d+\\) ", "").strip();
    return switch (refused.getErrorCode()) {
      case 1064 -> syntax(message);
      case 1142, 1146 -> unknownTable(message, reader);
      case 1054 -> unknownColumn(message, sql, reader);
      case 1792 -> "Queries only read: %s.".formatted(message);
      // A function of the warehouse's own refuses, in its own words.
      case 1644 -> message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
      default -> "The server refused the query: %s.".formatted(message);
    };
  }

  private static String syntax(String message) {
    Matcher near = SYNTAX.matcher(message);
    if (!near.find()) {
      return "Not understood as SQL: %s.".formatted(message);
    }
    String where = near.group(1).isEmpty() ? "at its end" : "near: " + near.group(1);
    return "Not understood as SQL, line %s, %s".formatted(near.group(2), where);
  }

  private static String unknownTable(String message, Connection reader) {
    Matcher name = TABLE.matcher(message);
    if (!name.find()) {
      return "The server refused the query: %s.".formatted(message);
    }
    List<String> names =
        names(
            reader,
            "SELECT table_name, '' FROM information_schema.tables WHERE table_schema = DATABASE()",
            "");
    return "No table or view named %s that queries may read. %s"
        .formatted(name.group(1), suggestion(name.group(1), names));
  }

  private static String unknownColumn(String message, String sql, Connection reader) {
    Matcher name = COLUMN.matcher(message);
    if (!name.find()) {
      return "The server refused the query: %s.".formatted(message);
    }
    List<String> names =
        names(
            reader,
            "SELECT column_name, table_name FROM information_schema.columns WHERE table_schema = DATABASE()",
            sql);
    return "No column named %s. %s".formatted(name.group(1), suggestion(name.group(1), names));
  }

  private static String suggestion(String found, List<String> names) {
    List<String> near = Nearest.to(found, names);
    return near.isEmpty()
        ? "SELECT * FROM v_dictionary lists what there is."
        : "Nearest: %s.".formatted(String.join(", ", near));
  }

  /** First column of the rows whose second column, a table's name, stands in the text. */
  private static List<String> names(Connection reader, String select, String mentionedIn) {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = reader.prepareStatement(select);
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        if (mentionedIn.toLowerCase(Locale.ROOT).contains(found.getString(2))) {
          names.add(found.getString(1));
        }
      }
    } catch (SQLException unreadable) {
      // The refusal stands without a suggestion.
      return List.of();
    }
    return names;
  }
}
