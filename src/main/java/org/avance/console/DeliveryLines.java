package org.avance.console;

import java.io.PrintWriter;
import java.util.Locale;
import org.avance.operate.RunDetails.AsNow;
import org.avance.warehouse.DeliveryDetails;

/** What is told of a delivery wherever one is shown. */
final class DeliveryLines {
  private static final String INDENT = "    ";

  private DeliveryLines() {}

  static void print(DeliveryDetails delivery, AsNow asNow, PrintWriter out) {
    String edition = delivery.edition().isEmpty() ? "by arrival" : delivery.edition();
    String scope = delivery.scope().isEmpty() ? "none" : delivery.scope();
    String layout = delivery.layout().isEmpty() ? "" : ", layout " + delivery.layout();
    say("%s, edition %s, scope %s%s".formatted(delivery.status(), edition, scope, layout), out);
    say(
        "received %s, published %s (UTC)"
            .formatted(Times.seconds(delivery.receivedAt()), Times.seconds(delivery.publishedAt())),
        out);
    say(
        String.format(Locale.ROOT, "digest %s, %,d bytes", delivery.digest(), delivery.bytes()),
        out);
    say(
        "descriptor %s, %s"
            .formatted(shortened(delivery.descriptorDigest()), now(asNow.descriptor())),
        out);
    String version =
        asNow.rulebookVersion().isEmpty() ? "" : "version " + asNow.rulebookVersion() + ", ";
    say(
        "rulebook %s, %s%s"
            .formatted(shortened(delivery.rulebookDigest()), version, now(asNow.rulebook())),
        out);
  }

  /** Enough to tell two apart; JSON has it whole. */
  private static String shortened(String digest) {
    return digest.substring(0, Math.min(digest.length(), 16)) + "…";
  }

  private static String now(boolean same) {
    return same ? "the one of now" : "changed since";
  }

  private static void say(String text, PrintWriter out) {
    Text.paragraph(INDENT, Text.safe(text)).forEach(out::println);
  }
}
