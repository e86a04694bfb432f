package org.avance.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that hold passwords: who can read them. */
final class Secrets {
  private static final String SUBJECT = "secrets";

  private Secrets() {}

  static List<ServerFinding> findings(ServerSettings settings, Map<String, String> environment) {
    List<Path> files =
        settings instanceof ServerSettings.Embedded embedded
            ? embedded(embedded)
            : external(environment);
    List<ServerFinding> findings = new ArrayList<>();
    for (Path file : files.stream().filter(Files::exists).toList()) {
      SecretFile.exposure(file).map(how -> exposed(file, how)).ifPresent(findings::add);
    }
    return findings.isEmpty()
        ? List.of(ServerFinding.ok(SUBJECT, "no file with a password is open to others"))
        : findings;
  }

  /** Others can't look into the folder, so that its files are looked at only where they can. */
  private static List<Path> embedded(ServerSettings.Embedded settings) {
    Path directory = ServerHome.directory(settings);
    if (SecretFile.exposure(directory).isEmpty()) {
      return List.of();
    }
    return Stream.concat(
            Stream.of("credentials.properties"),
            Stream.of(Credentials.ADMIN, Credentials.OWNER, Credentials.ETL, Credentials.BI)
                .map(user -> user + ".cnf"))
        .map(directory::resolve)
        .toList();
  }

  private static List<Path> external(Map<String, String> environment) {
    return Stream.of(
            AccountVariables.COMMON,
            AccountVariables.OWNER,
            AccountVariables.ETL,
            AccountVariables.BI)
        .map(variables -> environment.getOrDefault(variables.passwordFile(), ""))
        .filter(file -> !file.isEmpty())
        .map(Path::of)
        .toList();
  }

  /** What was mounted for us by somebody else is not ours to close. */
  private static ServerFinding exposed(Path file, String how) {
    try {
      boolean ours = Files.getOwner(file).getName().equals(OwnUser.name());
      return ours
          ? ServerFinding.act(SUBJECT, how, "chmod 600 '%s'".formatted(file))
          : ServerFinding.note(
              SUBJECT, how, "have it mounted with mode 0400, owned by who runs Avance");
    } catch (IOException gone) {
      return ServerFinding.note(SUBJECT, how, "");
    }
  }
}
