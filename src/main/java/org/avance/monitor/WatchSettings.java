package org.avance.monitor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How loads are watched, as the environment says it. Each list has one item where that is set, and
 * none where it is not.
 *
 * @param mail where alerts go by mail
 * @param webhook where alerts are posted
 * @param lineage where lineage events go
 */
public record WatchSettings(List<Mail> mail, List<Webhook> webhook, List<Lineage> lineage) {
  private static final String SMTP_URL = "AVANCE_SMTP_URL";
  private static final String SMTP_USER = "AVANCE_SMTP_USER";
  private static final String SMTP_PASSWORD = "AVANCE_SMTP_PASSWORD";
  private static final String MAIL_FROM = "AVANCE_MAIL_FROM";
  private static final String MAIL_TO = "AVANCE_MAIL_TO";
  private static final String WEBHOOK_URL = "AVANCE_WEBHOOK_URL";
  private static final String LINEAGE = "AVANCE_LINEAGE";
  private static final String LINEAGE_TOKEN = "AVANCE_LINEAGE_TOKEN";
  private static final String LINEAGE_NAMESPACE = "AVANCE_LINEAGE_NAMESPACE";
  private static final String OFF = "none";

  /** By what those who are told know this installation, in lineage and messages. */
  private static final String NAMESPACE = "avance";

  /**
   * A mail server and who is written to.
   *
   * @param tls from the first byte on
   * @param user empty where nobody logs in
   */
  record Mail(
      String host,
      int port,
      boolean tls,
      String user,
      String password,
      String from,
      List<String> to) {
    Mail {
      to = List.copyOf(to);
    }

    @Override
    public String toString() {
      return "%s:%d to %s".formatted(host, port, String.join(", ", to));
    }
  }

  /** Where alerts are posted; the address may be all that protects it, and is never shown whole. */
  record Webhook(URI url) {
    @Override
    public String toString() {
      return url.getScheme()
          + "://"
          + url.getHost()
          + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }
  }

  /**
   * Where lineage events go.
   *
   * @param to a file or an address
   * @param token empty where none is asked for
   */
  record Lineage(URI to, String token, String namespace) {
    boolean isFile() {
      return "file".equals(to.getScheme());
    }

    @Override
    public String toString() {
      return to.toString();
    }
  }

  public WatchSettings {
    mail = List.copyOf(mail);
    webhook = List.copyOf(webhook);
    lineage = List.copyOf(lineage);
  }

  /**
   * Reads them all.
   *
   * @throws WrongSetting where one does not say what it should
   */
  public static WatchSettings from(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    return new WatchSettings(
        mail(variables).stream().toList(),
        variables.secret(WEBHOOK_URL).map(WatchSettings::webhook).stream().toList(),
        lineage(variables).stream().toList());
  }

  /** Whether anybody is to be told anything. */
  public boolean alerts() {
    return !mail.isEmpty() || !webhook.isEmpty();
  }

  private static Optional<Mail> mail(Variables variables) {
    Optional<String> url = variables.text(SMTP_URL);
    if (url.isEmpty()) {
      variables.refuseAlone(
          SMTP_URL, MAIL_TO, MAIL_FROM, SMTP_USER, SMTP_PASSWORD, SMTP_PASSWORD + "_FILE");
      return Optional.empty();
    }
    String expected =
        "a mail server such as smtp://mail.example.org:25 or smtps://mail.example.org:465";
    URI server = uri(SMTP_URL, url.get(), Set.of("smtp", "smtps"), expected);
    boolean tls = "smtps".equals(server.getScheme());
    String user = variables.text(SMTP_USER).orElse("");
    String password = variables.secret(SMTP_PASSWORD).orElse("");
    if (user.isEmpty() != password.isEmpty()) {
      throw new WrongSetting(
          "Of %s and %s (or %s_FILE) only one is set: set both, or neither."
              .formatted(SMTP_USER, SMTP_PASSWORD, SMTP_PASSWORD));
    }
    int port = server.getPort() < 0 ? (tls ? 465 : 25) : server.getPort();
    List<String> to =
        Stream.of(needed(variables, MAIL_TO).split(",", -1)).map(WatchSettings::address).toList();
    String from = address(needed(variables, MAIL_FROM));
    return Optional.of(new Mail(server.getHost(), port, tls, user, password, from, to));
  }

  private static String needed(Variables variables, String name) {
    return variables
        .text(name)
        .orElseThrow(
            () ->
                new WrongSetting(
                    "%s is set, but %s is not: say %s."
                        .formatted(
                            SMTP_URL,
                            name,
                            name.equals(MAIL_TO) ? "who is written to" : "who writes")));
  }

  private static String address(String text) {
    String address = text.strip();
    if (!address.matches("[^\\s<>\"',;@]+@[^\\s<>\"',;@]+")) {
      throw new WrongSetting(
          "%s and %s: expected mail addresses such as night@example.org, several with commas between; found: %s."
              .formatted(MAIL_TO, MAIL_FROM, address.isEmpty() ? "an empty one" : address));
    }
    return address;
  }

  private static Webhook webhook(String text) {
    String expected =
        "an address such as https://example.org/hooks/avance (not shown: it may be secret)";
    return new Webhook(uri(WEBHOOK_URL, text, Set.of("http", "https"), expected));
  }

  private static Optional<Lineage> lineage(Variables variables) {
    Optional<String> target = variables.text(LINEAGE).filter(text -> !text.equals(OFF));
    if (target.isEmpty()) {
      variables.refuseAlone(LINEAGE, LINEAGE_TOKEN, LINEAGE_TOKEN + "_FILE");
      return Optional.empty();
    }
    String expected =
        "file:/var/log/avance/lineage.jsonl, or an address such as http://localhost:5000";
    URI to = uri(LINEAGE, target.get(), Set.of("file", "http", "https"), expected);
    return Optional.of(
        new Lineage(
            to,
            variables.secret(LINEAGE_TOKEN).orElse(""),
            variables.text(LINEAGE_NAMESPACE).orElse(NAMESPACE)));
  }

  /** Says of a wrong one what was expected; of what was found no more than is no secret. */
  private static URI uri(String name, String text, Set<String> schemes, String expected) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean file = scheme.equals("file");
      boolean whole = file ? !place(uri).isEmpty() : uri.getHost() != null;
      if (schemes.contains(scheme) && whole && uri.getRawUserInfo() == null) {
        return withScheme(uri, scheme);
      }
    } catch (URISyntaxException malformed) {
      // Said below.
    }
    String found =
        name.equals(WEBHOOK_URL) ? "something else" : text.replaceAll("//[^/]*@", "//…@");
    String secret = text.contains("@") ? " User and password have variables of their own." : "";
    throw new WrongSetting(
        "%s: expected %s; found: %s.%s".formatted(name, expected, found, secret));
  }

  private static URI withScheme(URI uri, String scheme) throws URISyntaxException {
    return scheme.equals(uri.getScheme())
        ? uri
        : new URI(scheme + uri.toString().substring(scheme.length()));
  }

  /** Of {@code file:lineage.jsonl} and of {@code file:///var/log/lineage.jsonl}. */
  static String place(URI file) {
    return Optional.ofNullable(file.getPath())
        .or(() -> Optional.ofNullable(file.getSchemeSpecificPart()))
        .orElse("");
  }
}
