package org.avance.feed.mapping;

import java.util.List;

/**
 * What a file says before its first record.
 *
 * @param fileName without folders
 * @param editionYear year that the delivery reports on; 0 where the file name does not say
 * @param preamble cells above the header, row by row
 * @param columns names as printed
 */
public record Heading(
    String fileName, int editionYear, List<String> preamble, List<String> columns) {
  public Heading {
    preamble = List.copyOf(preamble);
    columns = List.copyOf(columns);
  }
}
