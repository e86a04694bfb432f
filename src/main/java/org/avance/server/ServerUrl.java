package org.avance.server;

import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;

/**
 * A JDBC URL of a server that somebody else runs.
 *
 * @param text as it was given
 * @param variable what gave it: a variable or an option
 */
record ServerUrl(String text, String variable) {
  private static final String EXPECTED = "jdbc:mariadb://host:port/warehouse";
  private static final Pattern PARTS = Pattern.compile("(jdbc:mariadb:[^?]*//[^/?]*)(/[^?]*)?(.*)");

  /**
   * What stands in a URL is printed and logged, so that a password must not.
   *
   * @param instead how the password is to be given
   */
  static void refusePassword(String url, String variable, AccountVariables instead) {
    boolean parameter = url.toLowerCase(Locale.ROOT).contains("password=");
    boolean beforeHost = url.replaceFirst("\\?.*", "").contains("@");
    if (parameter || beforeHost) {
      throw new ServerFailure(
          "%s holds a password. Take it out of the URL and give it as %s"
              .formatted(variable, instead.eitherPassword()));
    }
  }

  HostAddress address() {
    Configuration parsed = parsed();
    if (parsed.addresses().isEmpty()) {
      throw malformed();
    }
    return parsed.addresses().get(0);
  }

  /** The schema that it names; empty where it names none. */
  String schema() {
    String named = parsed().database();
    return named == null ? "" : named.strip();
  }

  /** The same server, with another schema or, where it is empty, none. */
  String withSchema(String schema) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw malformed();
    }
    return parts.group(1) + "/" + schema + parts.group(3);
  }

  private Configuration parsed() {
    try {
      Configuration parsed = text.startsWith("jdbc:mariadb:") ? Configuration.parse(text) : null;
      if (parsed == null) {
        throw malformed();
      }
      return parsed;
    } catch (SQLException malformed) {
      throw malformed();
    }
  }

  ServerFailure malformed() {
    return new ServerFailure("Expected %s like %s; found: %s".formatted(variable, EXPECTED, text));
  }
}
