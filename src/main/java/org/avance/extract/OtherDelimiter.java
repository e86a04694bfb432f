package org.avance.extract;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The delimiter that a file has instead of the one its descriptor states, told by its header. */
public final class OtherDelimiter {
  private static final List<String> COMMON = List.of(",", ";", "\t", "|");

  private OtherDelimiter() {}

  /**
   * For the message of a refusal: the delimiter with which a line would be the header wanted; empty
   * where there is none.
   *
   * @param line as the file has it
   * @param isHeader whether these names are the header
   */
  public static String hint(String line, Predicate<List<String>> isHeader) {
    return COMMON.stream()
        .filter(line::contains)
        .filter(delimiter -> isHeader.test(names(line, delimiter)))
        .findFirst()
        .map(delimiter -> "; is the `delimiter` \"" + delimiter.replace("\t", "\\t") + "\"?")
        .orElse("");
  }

  private static List<String> names(String line, String delimiter) {
    return Stream.of(line.split(Pattern.quote(delimiter), -1))
        .map(name -> name.strip().replaceAll("^[\"']|[\"']$", ""))
        .toList();
  }
}
