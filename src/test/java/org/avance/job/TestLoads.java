package org.avance.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.avance.load.TestWarehouse;
import org.avance.server.Account;
import org.avance.server.Endpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Descriptors, rulebook and inbox below one folder, loaded through the room's door into a real
 * warehouse, and what is then in it as lines of text.
 */
public final class TestLoads implements AutoCloseable {
  static final Duration NO_PATIENCE = Duration.ZERO;
  static final Duration PATIENCE = Duration.ofMinutes(1);
  static final Watch NO_WATCH = new Watch(Clock.systemUTC(), Duration.ZERO);

  private final Path folder;
  private final TestWarehouse warehouse;
  private final Progress progress;
  private Watch watch = NO_WATCH;
  private Loader loader;

  TestLoads(Path folder, TestWarehouse warehouse) {
    this(folder, warehouse, Progress.NONE);
  }

  TestLoads(Path folder, TestWarehouse warehouse, Progress progress) {
    this.folder = folder;
    this.warehouse = warehouse;
    this.progress = progress;
    rulebook("2020.1");
  }

  /** Coverage of programmes of agency 99: a file of one year, which it states completely. */
  static final String COVERAGE =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: coverage
      edition: {fileName: '[a-z-]*(?<edition>\\d{4}(-\\d\\d)?)\\.csv'}
      record:
        agency: {constant: "99"}
        agencyName: {constant: An agency}
        programme: Clave
        programmeName: Programa
        unit: Unidad
        geography: {constant: MX}
      facts:
        - {population: {constant: target}, value: Meta}
        - {population: {constant: served}, value: Atendida}
      """;

  static final String COVERAGE_HEADER = "Clave,Programa,Unidad,Meta,Atendida";

  /** Every file is watched, as if it had been written just now. */
  TestLoads watching() {
    watch = new Watch(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofMillis(50));
    close();
    return this;
  }

  /** Writes a descriptor; {@code %1$s} in it stands for the feed's name. */
  TestLoads feed(String feed, String descriptor, String... more) {
    String lines = descriptor.formatted(feed) + String.join("\n", more) + "\n";
    write("jobs/" + feed + ".yaml", ("feed: " + feed + "\n" + lines).getBytes(UTF_8));
    close();
    return this;
  }

  void rulebook(String version, String... feedOrder) {
    for (String rules : List.of("coverage.yaml", "indicators.yaml", "prices.yaml")) {
      write("jobs/rules/" + rules, read(Path.of("jobs", "rules", rules)));
    }
    write(
        "jobs/rules/rulebook.yaml",
        "version: %s\nfeedOrder: [%s]\n"
            .formatted(version, String.join(", ", feedOrder))
            .getBytes(UTF_8));
    close();
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  /** Writes a file of lines into the inbox. */
  TestLoads file(String name, String... lines) {
    return file(name, (String.join("\n", lines) + "\n").getBytes(UTF_8));
  }

  TestLoads file(String name, byte[] bytes) {
    write("inbox/" + name, bytes);
    return this;
  }

  void remove(String name) {
    try {
      Files.delete(folder.resolve("inbox").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads all that is due: a line for each load with its outcome and its reasons. */
  List<String> run() {
    return shown(result());
  }

  /** Of some feeds. */
  List<String> run(String first, String... more) {
    Set<String> feeds = new HashSet<>(List.of(more));
    feeds.add(first);
    return shown(open().run(feeds));
  }

  public static List<String> shown(RunResult result) {
    return result.loads().stream()
        .map(
            load ->
                "%s %s%s"
                    .formatted(
                        load.fileName(),
                        load.outcome(),
                        load.reasons().stream().map(r -> "; " + r).collect(Collectors.joining())))
        .toList();
  }

  RunResult result() {
    return open().run(Set.of());
  }

  /** What loading some feeds says when something happens at a seam of it. */
  List<String> runThrough(SeamDriver driver, String... feeds) throws Exception {
    try (Loader through = through(driver)) {
      return shown(through.run(Set.of(feeds)));
    }
  }

  Loader through(SeamDriver driver) throws Exception {
    return Loader.open(settings(driver::through), progress);
  }

  /** The same database, reached in another way. */
  LoadSettings settings(UnaryOperator<Database> way) {
    Database database = way.apply(database(warehouse.endpoint()));
    return settings(database, folder.resolve("jobs"), folder.resolve("inbox"), NO_PATIENCE);
  }

  /** Loads a feed up to a seam, where the server sees its process die; what that said to itself. */
  List<String> cutOff(String feed, SeamDriver.Seam seam) {
    try (SeamDriver driver = SeamDriver.lay(seam, SeamDriver::cutOff)) {
      List<String> said = runThrough(driver, feed);
      if (!driver.passed()) {
        throw new AssertionError("%s never came to %s: %s".formatted(feed, seam, said));
      }
      return said;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  Loader open() {
    try {
      if (loader == null) {
        loader = Loader.open(settings(PATIENCE), progress);
      }
      return loader;
    } catch (IOException | WrongRulebook e) {
      throw new AssertionError(e);
    }
  }

  Feeds feeds() {
    try {
      return Feeds.read(folder.resolve("jobs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LoadSettings settings(Duration patience) {
    return settings(
        database(warehouse.endpoint()), folder.resolve("jobs"), folder.resolve("inbox"), patience);
  }

  private LoadSettings settings(Database database, Path jobs, Path inbox, Duration patience) {
    return new LoadSettings(database, jobs, inbox, folder.resolve("archive"), 2, patience, watch);
  }

  /** The project's own descriptors, with another inbox. */
  public static LoadSettings ofProject(Path folder, Path inbox, TestWarehouse warehouse) {
    return new LoadSettings(
        database(warehouse.endpoint()),
        Path.of("jobs").toAbsolutePath(),
        inbox.toAbsolutePath(),
        folder.resolve("archive"),
        2,
        NO_PATIENCE,
        NO_WATCH);
  }

  static Database database(Endpoint endpoint) {
    return new Database(
        endpoint.jdbcUrl(),
        endpoint.warehouse(),
        endpoint.stagingSchema(),
        login(endpoint.owner()),
        login(endpoint.etl()),
        endpoint.readers());
  }

  private static Database.Login login(Account account) {
    return new Database.Login(account.user(), account.password());
  }

  /** Rows as text: cells between bars, numbers without idle zeros. */
  List<String> rows(String sql) {
    return rows(warehouse, sql);
  }

  public static List<String> rows(TestWarehouse warehouse, String sql) {
    return sql(warehouse).sql(sql).query((row, n) -> line(row)).list();
  }

  String one(String sql) {
    return rows(sql).get(0);
  }

  /** As the owner, in UTC. */
  static JdbcClient sql(TestWarehouse warehouse) {
    return JdbcClient.create(database(warehouse.endpoint()).migrating());
  }

  private static String line(ResultSet row) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      cells.add(cell(row.getObject(i)));
    }
    return String.join(" | ", cells);
  }

  private static String cell(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value instanceof Boolean flag ? (flag ? "1" : "0") : String.valueOf(value);
  }

  /** The figures that stand: programme, population, year, figure, line. */
  List<String> figures(String feed) {
    return rows(
        """
        SELECT programme_code, population_code, year, figure, line FROM v_coverage_history
        WHERE feed = '%s' ORDER BY programme_code, year, population_code DESC, component_ordinal, figure
        """
            .formatted(feed));
  }

  /** How many versions each system-versioned table holds. */
  Map<String, Long> versions() {
    return versions(warehouse);
  }

  public static Map<String, Long> versions(TestWarehouse warehouse) {
    JdbcClient sql = sql(warehouse);
    Map<String, Long> versions = new TreeMap<>();
    for (String table : versioned(sql)) {
      versions.put(
          table,
          sql.sql("SELECT COUNT(*) FROM " + table + " FOR SYSTEM_TIME ALL")
              .query(Long.class)
              .single());
    }
    return versions;
  }

  static List<String> versioned(JdbcClient sql) {
    return sql.sql(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'SYSTEM VERSIONED' ORDER BY 1")
        .query(String.class)
        .list();
  }

  /** Tables in the staging schema. */
  List<String> stagingTables() {
    return rows(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = '%s'"
            .formatted(warehouse.endpoint().stagingSchema()));
  }

  @Override
  public void close() {
    if (loader != null) {
      loader.close();
      loader = null;
    }
  }
}
