package org.avance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.batch.core.job.Job;

/** What the figures were measured on and with; no names of machines or folders. */
record Machine(String inWords) {
  static Machine here(Warehouse warehouse) throws Exception {
    return new Machine(
        """
        Measured on %s: %d processors (%s), %d GB of memory, %s. JDK %s, MariaDB %s with the settings that ship (buffer pool %d MB),
        Spring Batch %s, MariaDB connector %s. `-Xmx512m` for Avance and the usual job, `-Xmx2g` for Spark."""
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                line(Path.of("/proc/cpuinfo"), "model name"),
                Math.round(
                    Long.parseLong(line(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", ""))
                        / 1024.0
                        / 1024.0),
                line(Path.of("/etc/os-release"), "PRETTY_NAME").replace("\"", ""),
                System.getProperty("java.version"),
                warehouse.text("SELECT VERSION()").replaceAll("-.*", ""),
                warehouse.number("SELECT @@innodb_buffer_pool_size") >> 20,
                Job.class.getPackage().getImplementationVersion(),
                connector(warehouse)));
  }

  private static String connector(Warehouse warehouse) throws SQLException {
    try (Connection connection = warehouse.connect()) {
      return connection.getMetaData().getDriverVersion();
    }
  }

  private static String line(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceFirst("^[^:=]*[:=]\\s*", "").strip())
        .findFirst()
        .orElse("unknown");
  }
}
