package org.avance.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.avance.issue.NearestWord;
import org.avance.server.Endpoint;
import org.avance.server.WarehouseServer;
import org.avance.warehouse.Holding;
import org.avance.warehouse.Holdings;
import org.avance.warehouse.Query;
import org.avance.warehouse.Readers;
import org.avance.warehouse.ReadyQuery;

/** Asks the warehouse a question, as the account that may only read. */
public final class Ask {
  private Ask() {}

  /**
   * Runs one statement and hands its rows on as they come.
   *
   * @return how many rows there were
   */
  public static long perform(Workplace place, String sql, Query.Answer answer) {
    try (WarehouseServer server = WarehouseServer.join(place.server())) {
      Endpoint there = server.endpoint();
      return Query.run(
          Readers.of(there.jdbcUrl(), there.bi().user(), there.bi().password()), sql, answer);
    }
  }

  static List<Holding> holdings(Endpoint there) {
    return Holdings.list(Readers.of(there.jdbcUrl(), there.bi().user(), there.bi().password()));
  }

  /** A question that comes with Avance, in two languages. */
  public record Question(String name, String es, String en) {}

  /** The questions that come with Avance, by number. */
  public static List<Question> ready() {
    return ReadyQuery.list().stream()
        .map(query -> new Question(query.name(), query.questionEs(), query.questionEn()))
        .toList();
  }

  /**
   * The statement of a question that comes with Avance.
   *
   * @param word its name or its number
   * @throws Refusal where there is none
   */
  public static String ready(String word) {
    List<ReadyQuery> queries = ReadyQuery.list();
    return queries.stream()
        .filter(query -> query.isMeantBy(word))
        .map(ReadyQuery::sql)
        .findFirst()
        .orElseThrow(() -> unknown(word, queries.stream().map(ReadyQuery::name).toList()));
  }

  private static Refusal unknown(String word, List<String> names) {
    String nearest =
        NearestWord.of(word, names).map(near -> "; did you mean " + near + "?").orElse("");
    return new Refusal(
        "no query is named %s; `./avance queries` lists the %d there are%s"
            .formatted(word, names.size(), nearest));
  }

  /** The question in a file. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Refusal(
          "expected a file with one SQL statement at %s; it can't be read".formatted(file));
    }
  }
}
