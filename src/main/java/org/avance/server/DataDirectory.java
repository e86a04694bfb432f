package org.avance.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A new, empty data directory. The scripts come with the server; its own mariadb-install-db isn't
 * used because it fails on a path with spaces and leaves root and anonymous users without password.
 */
final class DataDirectory {
  private static final List<String> SCRIPTS =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "maria_add_gis_sp_bootstrap.sql");
  private static final String BEFORE =
      "CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n";
  private static final String WITHOUT_OPEN_ACCOUNTS =
      "DELETE FROM mysql.global_priv WHERE user <> 'mariadb.sys';\nDELETE FROM mysql.proxies_priv;\n";

  private DataDirectory() {}

  /** Makes it beside its place and renames it, so that it is there whole or not at all. */
  static void install(ServerHome home, List<ServerOption> options) throws IOException {
    if (Files.exists(home.data())) {
      return;
    }
    Path part = home.data().resolveSibling("data.part");
    ServerHome.deleteTree(part);
    Files.createDirectory(part);
    Path optionFile = home.directory().resolve("install.cnf");
    OptionFile.write(optionFile, home, part, options);
    bootstrap(home, optionFile);
    Files.delete(optionFile);
    Files.move(part, home.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void bootstrap(ServerHome home, Path optionFile) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.program("mariadbd").toString());
    command.add("--defaults-file=" + optionFile);
    command.add("--bootstrap");
    command.add("--log-warnings=0");
    long logged = ServerLog.length(home.log());
    Process process =
        ChildProcess.of(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()))
            .start();
    try (OutputStream sql = process.getOutputStream()) {
      sql.write(BEFORE.getBytes(StandardCharsets.UTF_8));
      for (String script : SCRIPTS) {
        Files.copy(home.binaries().resolve("share").resolve(script), sql);
      }
      sql.write(WITHOUT_OPEN_ACCOUNTS.getBytes(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw failed(home, logged, Waiting.exitCode(process));
    }
    int exit = Waiting.exitCode(process);
    if (exit != 0) {
      throw failed(home, logged, exit);
    }
  }

  private static ServerFailure failed(ServerHome home, long logged, int exit) {
    return new ServerFailure(
        "Cannot make the database under %s: mariadbd ended with exit code %d and these words:%n%s"
            .formatted(home.directory(), exit, ServerLog.since(home.log(), logged)));
  }
}
