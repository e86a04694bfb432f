package org.avance.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the tables and views of a warehouse up to this build's, and gives readers their rights.
 *
 * <ul>
 *   <li>What was brought about is marked in the schema's comment, so that a start with nothing to
 *       do costs one query.
 *   <li>A migration that failed is completed by migrating again: its statements are idempotent.
 *   <li>Several processes may migrate at once; Flyway's lock makes them take turns.
 * </ul>
 */
public final class Schema {
  // Access denied: to the schema, at login, to a command on a table or column, for a privilege.
  private static final Set<Integer> DENIED = Set.of(1044, 1045, 1142, 1143, 1227, 1410);

  static final String HISTORY = "flyway_schema_history";

  // The same on every server. Also tells at once when the account may not make tables.
  private static final String COLLATION =
      "ALTER DATABASE `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci";

  private Schema() {}

  /**
   * Migrates, unless this build has already done so.
   *
   * @param owner connections that may make tables in the warehouse
   * @param warehouse the schema, which exists
   * @param readers accounts as GRANT names them; given dimensions, facts and views to read and
   *     nothing else. Empty where the owner is the reader
   * @throws SchemaFailure when the schema is newer than this build or not ours, when a migration
   *     fails or was changed, or when rights are missing
   */
  public static void migrate(DataSource owner, String warehouse, List<String> readers) {
    try {
      JdbcClient database = JdbcClient.create(owner);
      String mark = SchemaMark.of(readers);
      if (!SchemaMark.read(database, warehouse).equals(mark)) {
        refuseForeign(database, warehouse);
        database.sql(COLLATION.formatted(warehouse)).update();
        SchemaMark.erase(database, warehouse);
        bringUp(flyway(owner, warehouse), warehouse);
        ReaderRights.renew(database, warehouse, readers);
        SchemaMark.write(database, warehouse, mark);
      }
    } catch (DataAccessException refused) {
      throw failure(warehouse, "", refused);
    } catch (IOException unreadable) {
      throw new SchemaFailure("The migrations of this build can't be read.", unreadable);
    }
  }

  /** How a warehouse stands to this build. */
  public enum State {
    /** No tables yet: the first run makes them. */
    ABSENT,
    /** As this build makes it. */
    CURRENT,
    /** Made by another build, or for other readers: the next run brings it up to this one. */
    DUE,
    /** A migration broke off: the next run completes it. */
    BROKEN_OFF,
    /** Made by a newer build than this. */
    NEWER
  }

  /** Looks, and changes nothing. */
  public static State state(DataSource owner, String warehouse, List<String> readers) {
    try {
      JdbcClient database = JdbcClient.create(owner);
      if (!isThere(database, warehouse)) {
        return State.ABSENT;
      }
      if (SchemaMark.read(database, warehouse).equals(SchemaMark.of(readers))) {
        return State.CURRENT;
      }
      MigrationInfo[] found = flyway(owner, warehouse).info().all();
      if (flywayVersion(found, false).isNewerThan(flywayVersion(found, true))) {
        return State.NEWER;
      }
      return failed(found).isPresent() ? State.BROKEN_OFF : State.DUE;
    } catch (IOException unreadable) {
      throw new SchemaFailure("The migrations of this build can't be read.", unreadable);
    }
  }

  private static boolean isThere(JdbcClient database, String warehouse) {
    return database
            .sql(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = ? AND table_name = ?")
            .params(warehouse, HISTORY)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Gives readers their rights anew, and takes away what they have beyond them. */
  public static void grant(DataSource owner, String warehouse, List<String> readers) {
    try {
      ReaderRights.renew(JdbcClient.create(owner), warehouse, readers);
    } catch (DataAccessException refused) {
      throw failure(warehouse, "", refused);
    }
  }

  static Flyway flyway(DataSource owner, String warehouse) {
    return Flyway.configure()
        .dataSource(owner)
        .defaultSchema(warehouse)
        .table(HISTORY)
        .createSchemas(false)
        .locations("classpath:sql/migration", "classpath:sql/views")
        .placeholderReplacement(false)
        .ignoreMigrationPatterns("*:future")
        .load();
  }

  private static void refuseForeign(JdbcClient database, String warehouse) {
    List<String> found =
        database
            .sql(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = ? ORDER BY 1")
            .param(warehouse)
            .query(String.class)
            .list();
    if (!found.isEmpty() && !found.contains(HISTORY)) {
      throw new SchemaFailure(
          "The schema %s is no warehouse of Avance: it holds %s. Give Avance a schema of its own."
              .formatted(warehouse, String.join(", ", found)));
    }
  }

  private static void bringUp(Flyway flyway, String warehouse) {
    try {
      MigrationInfo[] found = flyway.info().all();
      refuseNewer(found, warehouse);
      refuseChanged(found, warehouse);
      if (failed(found).isPresent()) {
        flyway.repair();
      }
      flyway.migrate();
    } catch (FlywayException refused) {
      throw failure(warehouse, failedScript(flyway), refused);
    }
  }

  private static void refuseNewer(MigrationInfo[] found, String warehouse) {
    MigrationVersion newest = flywayVersion(found, true);
    MigrationVersion applied = flywayVersion(found, false);
    if (applied.isNewerThan(newest)) {
      throw new SchemaFailure(
          "The warehouse %s is newer than this build: it is at migration %s, this build ends at %s. Use the build that migrated it, or a newer one."
              .formatted(warehouse, applied, newest));
    }
  }

  private static MigrationVersion flywayVersion(MigrationInfo[] found, boolean ours) {
    return Arrays.stream(found)
        .filter(MigrationInfo::isVersioned)
        .filter(one -> ours ? one.getState().isResolved() : one.getState().isApplied())
        .map(MigrationInfo::getVersion)
        .max(MigrationVersion::compareTo)
        .orElse(MigrationVersion.EMPTY);
  }

  private static void refuseChanged(MigrationInfo[] found, String warehouse) {
    for (MigrationInfo one : found) {
      boolean done = one.isVersioned() && one.getState().isApplied() && !one.getState().isFailed();
      if (done && one.getState().isResolved() && !one.isChecksumMatching()) {
        throw new SchemaFailure(
            "Migration %s was changed after it had been applied to the warehouse %s. Put it back as it was; what is to change belongs in a new migration."
                .formatted(one.getScript(), warehouse));
      }
    }
  }

  private static Optional<MigrationInfo> failed(MigrationInfo[] found) {
    return Arrays.stream(found).filter(one -> one.getState().isFailed()).findFirst();
  }

  private static String failedScript(Flyway flyway) {
    try {
      return failed(flyway.info().all()).map(MigrationInfo::getScript).orElse("");
    } catch (FlywayException unreachable) {
      return "";
    }
  }

  private static SchemaFailure failure(String warehouse, String script, Exception refused) {
    Throwable cause = refused;
    while (cause.getCause() != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    String where = script.isEmpty() ? "Migrating" : "Migration %s of".formatted(script);
    String remedy = "Mend what it names and run again: it goes on from there.";
    if (cause instanceof SQLException sql && DENIED.contains(sql.getErrorCode())) {
      remedy = "Have all rights on the schema granted to this account, and run again.";
    }
    // The driver puts the number of its connection in front.
    String message = String.valueOf(cause.getMessage()).replaceFirst("^\\(conn=\\d+\\) ", "");
    return new SchemaFailure(
        "%s the warehouse %s failed: %s. %s".formatted(where, warehouse, message, remedy), refused);
  }
}
