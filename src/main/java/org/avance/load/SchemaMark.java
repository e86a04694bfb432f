package org.avance.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The mark that a migrated schema bears in its comment: a digest of every migration and view of the
 * build that migrated it, and of the readers it gave rights to. A schema with another mark, or
 * none, is migrated again.
 */
final class SchemaMark {
  private SchemaMark() {}

  static String of(List<String> readers) throws IOException {
    MessageDigest digest = sha256();
    for (Resource script : scripts()) {
      digest.update(String.valueOf(script.getFilename()).getBytes(StandardCharsets.UTF_8));
      digest.update(script.getContentAsByteArray());
    }
    digest.update(String.join("\n", readers).getBytes(StandardCharsets.UTF_8));
    return "Avance warehouse, migrated to " + HexFormat.of().formatHex(digest.digest());
  }

  private static List<Resource> scripts() throws IOException {
    PathMatchingResourcePatternResolver classpath = new PathMatchingResourcePatternResolver();
    List<Resource> scripts = new ArrayList<>();
    for (String folder : List.of("migration", "views")) {
      scripts.addAll(List.of(classpath.getResources("classpath*:sql/" + folder + "/*.sql")));
    }
    scripts.sort(Comparator.comparing(script -> String.valueOf(script.getFilename())));
    return scripts;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  static String read(JdbcClient database, String warehouse) {
    return database
        .sql(
            """
            SELECT table_comment FROM information_schema.tables
            WHERE table_schema = ? AND table_name = ?
            """)
        .params(warehouse, Schema.HISTORY)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** Before a migration: one that fails must not leave the mark of the build before it. */
  static void erase(JdbcClient database, String warehouse) {
    if (!read(database, warehouse).isEmpty()) {
      write(database, warehouse, "");
    }
  }

  static void write(JdbcClient database, String warehouse, String mark) {
    database
        .sql("ALTER TABLE `%s`.`%s` COMMENT '%s'".formatted(warehouse, Schema.HISTORY, mark))
        .update();
  }
}
