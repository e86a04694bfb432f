package org.avance.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A question that comes with Avance, from {@code sql/queries}: its file begins with the question in
 * Spanish and in English, a comment line each.
 *
 * @param name number and words, the file's name
 * @param sql one statement that reads
 */
public record ReadyQuery(String name, String questionEs, String questionEn, String sql) {
  private static final String COMMENT = "-- ";

  /** All of them, by number. */
  public static List<ReadyQuery> list() {
    try {
      List<ReadyQuery> queries = new ArrayList<>();
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:sql/queries/*.sql")) {
        String name = String.valueOf(file.getFilename()).replaceFirst("\\.sql$", "");
        queries.add(of(name, file.getContentAsString(StandardCharsets.UTF_8)));
      }
      queries.sort(Comparator.comparing(ReadyQuery::name));
      return List.copyOf(queries);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The queries of this build can't be read.", unreadable);
    }
  }

  /** Whether a user means this one: by its name, or by its number alone. */
  public boolean isMeantBy(String word) {
    String number = name.substring(0, name.indexOf('-'));
    return word.equals(name) || word.equals(number) || ("0" + word).equals(number);
  }

  static ReadyQuery of(String name, String text) {
    List<String> questions =
        text.lines().limit(2).filter(line -> line.startsWith(COMMENT)).toList();
    if (questions.size() < 2) {
      throw new IllegalStateException(
          "expected %s.sql to begin with its question in Spanish and in English, each on a line after %s"
              .formatted(name, COMMENT));
    }
    return new ReadyQuery(
        name,
        questions.get(0).substring(COMMENT.length()),
        questions.get(1).substring(COMMENT.length()),
        text);
  }
}
