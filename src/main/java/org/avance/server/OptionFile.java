package org.avance.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Option files for the server and for the client programs. */
final class OptionFile {
  private OptionFile() {}

  static void write(Path file, ServerHome home, Path data, List<ServerOption> options)
      throws IOException {
    List<ServerOption> all = new ArrayList<>(options);
    all.add(new ServerOption("basedir", home.binaries().toString(), "the programs"));
    all.add(new ServerOption("datadir", data.toString(), "the data"));
    all.add(new ServerOption("tmpdir", home.temporary().toString(), "large sorts stay at home"));
    if (System.getProperty("user.name", "").equals("root")) {
      all.add(new ServerOption("user", "root", "mariadbd runs as root only when told to"));
    }
    ServerHome.writePrivately(file, "# Written at each start.\n[mariadbd]\n" + lines(all));
  }

  static void writeClient(Path file, Account account, int port) throws IOException {
    String text =
        "[client]\nhost=%s\nport=%d\nprotocol=tcp\nssl=0\nuser=%s\npassword=%s\ndefault-character-set=%s\n"
            .formatted(
                ServerHome.HOST,
                port,
                account.user(),
                account.password(),
                ServerOption.CHARACTER_SET);
    ServerHome.writePrivately(file, text);
  }

  private static String lines(List<ServerOption> options) {
    return options.stream().map(ServerOption::lines).collect(Collectors.joining());
  }
}
