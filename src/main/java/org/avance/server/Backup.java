package org.avance.server;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.avance.server.WarehouseServer.WhenNotEmpty;

/**
 * The warehouse as one SQL file: schema, rows with their history, views, routines, and the grants
 * on single tables, which a dump alone forgets. Staging is left out: it lives and dies with its
 * deliveries, and a load that misses it stages again.
 *
 * <p>The first and the last line are ours, so that a truncated file is known before anything is
 * replaced.
 */
record Backup(ServerHome home, Endpoint endpoint, Credentials who) {
  static final List<String> DUMP_OPTIONS =
      List.of("--single-transaction", "--dump-history", "--routines", "--triggers", "--hex-blob");

  private static final String FIRST_LINE = "-- Avance backup, format 1";
  private static final String LAST_LINE = "-- End of the Avance backup";

  void write(Path file) throws IOException {
    if (Files.exists(file)) {
      throw new ServerFailure(
          "Nothing is saved: %s exists already. Choose another name.".formatted(file));
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      writeWhole(part, SqlFile.isCompressed(file));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException fault) {
      throw new ServerFailure(
          "Cannot save the warehouse to %s: %s".formatted(file, Faults.describe(fault)), fault);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void writeWhole(Path part, boolean compressed) throws IOException {
    try (OutputStream out = SqlFile.create(part, compressed)) {
      out.write((FIRST_LINE + "\n").getBytes(StandardCharsets.UTF_8));
      List<String> arguments = new ArrayList<>(DUMP_OPTIONS);
      arguments.add(endpoint.warehouse());
      new ClientProgram(home, "mariadb-dump")
          .run(arguments, process -> process.getInputStream().transferTo(out));
      BufferedWriter grants =
          new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      for (String grant : grants()) {
        grants.write(grant + ";\n");
      }
      grants.write(LAST_LINE + "\n");
      grants.flush();
    }
  }

  /**
   * On single tables and routines of the warehouse; those on whole schemas are set at each start.
   */
  private List<String> grants() {
    List<String> grants = new ArrayList<>();
    try (Connection connection = EmbeddedServer.connect(endpoint.port(), who.admin())) {
      for (String host : AccountSetup.HOSTS) {
        for (Account account : List.of(who.etl(), who.bi())) {
          String show = "SHOW GRANTS FOR " + AccountSetup.at(account, host);
          Rows.texts(connection, show).stream()
              .filter(this::isWithinWarehouse)
              .forEach(grants::add);
        }
      }
      return grants;
    } catch (SQLException fault) {
      throw new ServerFailure("Cannot read the grants to save: " + fault.getMessage(), fault);
    }
  }

  private boolean isWithinWarehouse(String grant) {
    String schema = "`" + endpoint.warehouse() + "`.";
    return grant.contains(schema + "`");
  }

  void restore(Path file, WhenNotEmpty whenNotEmpty) {
    requireWhole(file);
    try (Connection connection = EmbeddedServer.connect(endpoint.port(), who.admin())) {
      requireEmptyOr(whenNotEmpty, connection, file);
      for (String schema : List.of(endpoint.warehouse(), endpoint.stagingSchema())) {
        Rows.execute(connection, "DROP DATABASE `" + schema + "`");
      }
      for (String schema : AccountSetup.schemas(endpoint.warehouse())) {
        Rows.execute(connection, schema);
      }
      feed(file);
    } catch (SQLException | IOException fault) {
      throw new ServerFailure(
          "Restoring %s broke off, and the warehouse is incomplete: %s. Mend that, then restore again, replacing what is there."
              .formatted(file, Faults.describe(fault)),
          fault);
    }
  }

  private void feed(Path file) throws IOException {
    new ClientProgram(home, "mariadb")
        .run(
            List.of(endpoint.warehouse()),
            process -> {
              try (InputStream in = SqlFile.open(file);
                  OutputStream out = process.getOutputStream()) {
                in.transferTo(out);
              }
            });
  }

  private void requireEmptyOr(WhenNotEmpty whenNotEmpty, Connection connection, Path file)
      throws SQLException {
    List<String> tables =
        Rows.texts(
            connection,
            "SELECT table_name FROM information_schema.tables WHERE table_schema = '%s' ORDER BY 1"
                .formatted(endpoint.warehouse()));
    if (whenNotEmpty == WhenNotEmpty.REFUSE && !tables.isEmpty()) {
      throw new ServerFailure(
          "%s is not restored: expected an empty warehouse; found in %s: %s. Restore into another --home, or say that they are to be replaced."
              .formatted(file, endpoint.warehouse(), firstOf(tables)));
    }
  }

  private static String firstOf(List<String> tables) {
    int more = tables.size() - 1;
    return tables.get(0) + (more == 0 ? "" : " and " + more + " more");
  }

  private static void requireWhole(Path file) {
    try (BufferedReader lines = SqlFile.read(file)) {
      String first = lines.readLine();
      if (!FIRST_LINE.equals(first)) {
        throw new ServerFailure(
            "%s is not restored: expected a backup that begins with '%s'; found: %s"
                .formatted(file, FIRST_LINE, SqlFile.start(first)));
      }
      String last = first;
      for (String line = first; line != null; line = lines.readLine()) {
        last = line;
      }
      if (!LAST_LINE.equals(last)) {
        throw new ServerFailure(
            "%s is not restored: it is truncated. Expected its last line to be '%s'; found: %s"
                .formatted(file, LAST_LINE, SqlFile.start(last)));
      }
    } catch (IOException fault) {
      throw new ServerFailure(
          "%s is not restored: it can't be read whole: %s".formatted(file, Faults.describe(fault)),
          fault);
    }
  }
}
