package org.avance.monitor;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.avance.monitor.log.Masked;

/**
 * Messages by mail. Who logs in with a password does so under TLS, but on this very machine;
 * without one TLS is used where the server offers it.
 */
final class MailChannel implements Channel {
  private static final String MILLIS_TO_WAIT = "10000";

  private final WatchSettings.Mail settings;
  private final Clock clock;

  MailChannel(WatchSettings.Mail settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public String target() {
    return settings.toString();
  }

  @Override
  public void send(Message message) throws ChannelFailure {
    String protocol = settings.tls() ? "smtps" : "smtp";
    Session session = Session.getInstance(properties(protocol));
    try (Transport transport = session.getTransport(protocol)) {
      MimeMessage mail = mail(message, session);
      if (settings.user().isEmpty()) {
        transport.connect(settings.host(), settings.port(), null, null);
      } else {
        transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
      }
      transport.sendMessage(mail, mail.getAllRecipients());
    } catch (MessagingException refused) {
      throw new ChannelFailure(
          "the mail server %s:%d did not take it: %s"
              .formatted(settings.host(), settings.port(), inWords(refused)),
          refused);
    }
  }

  private Properties properties(String protocol) {
    String prefix = "mail." + protocol + ".";
    Properties properties = new Properties();
    properties.setProperty(prefix + "auth", Boolean.toString(!settings.user().isEmpty()));
    properties.setProperty(prefix + "connectiontimeout", MILLIS_TO_WAIT);
    properties.setProperty(prefix + "timeout", MILLIS_TO_WAIT);
    properties.setProperty(prefix + "writetimeout", MILLIS_TO_WAIT);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (!settings.tls()) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(
          prefix + "starttls.required",
          Boolean.toString(!settings.user().isEmpty() && !isHere(settings.host())));
    }
    return properties;
  }

  private static boolean isHere(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private MimeMessage mail(Message message, Session session) throws MessagingException {
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom(new InternetAddress(settings.from()));
    for (String to : settings.to()) {
      mail.addRecipient(RecipientType.TO, new InternetAddress(to));
    }
    mail.setSubject("[avance] " + message.subject(), "UTF-8");
    mail.setText(message.text(), "UTF-8");
    mail.setSentDate(Date.from(clock.instant()));
    // So that nobody's holiday answers, and programs can sort by it.
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Avance-Event", message.kind().name());
    return mail;
  }

  private static String inWords(MessagingException refused) {
    Throwable cause = refused;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String outer = String.valueOf(refused.getMessage()).strip();
    String inner = String.valueOf(cause.getMessage()).strip();
    return Masked.of(outer.contains(inner) ? outer : outer + " (" + inner + ")");
  }
}
