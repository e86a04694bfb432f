package org.avance.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.avance.warehouse.Query;
import org.avance.warehouse.Readers;

/** What {@code avance query --format csv --file FILE} prints, without a process for each. */
public final class Answered {
  private Answered() {}

  public static String csv(String jdbcUrl, String user, String password, Path file)
      throws IOException {
    StringWriter printed = new StringWriter();
    CsvAnswer answer = new CsvAnswer(new PrintWriter(printed));
    Query.run(Readers.of(jdbcUrl, user, password), Files.readString(file), answer);
    answer.end();
    return printed.toString();
  }
}
