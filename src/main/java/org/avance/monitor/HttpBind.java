package org.avance.monitor;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the pages over HTTP are, as the environment says it. */
public final class HttpBind {
  static final String VARIABLE = "AVANCE_HTTP_BIND";
  private static final String HERE = "127.0.0.1:8711";
  private static final Pattern ADDRESS =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\s]+):(\\d{1,5})");

  private HttpBind() {}

  /**
   * On this machine alone unless something else is said; empty where it is {@code none}.
   *
   * @throws WrongSetting where it is no address
   */
  public static Optional<InetSocketAddress> from(Map<String, String> environment) {
    String said = new Variables(environment).text(VARIABLE).orElse(HERE);
    if (said.equals("none")) {
      return Optional.empty();
    }
    Matcher address = ADDRESS.matcher(said);
    int port = address.matches() ? Integer.parseInt(address.group(2)) : -1;
    if (port < 0 || port > 65_535) {
      throw wrong(said);
    }
    InetSocketAddress found = new InetSocketAddress(address.group(1), port);
    if (found.isUnresolved()) {
      throw wrong(said);
    }
    return Optional.of(found);
  }

  private static WrongSetting wrong(String said) {
    return new WrongSetting(
        "%s: expected an address and a port of this machine such as %s, or none; found: %s."
            .formatted(VARIABLE, HERE, said));
  }
}
