package org.avance.feed.sheet.monitoring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.text.Texts;

/**
 * What a page bears beside its contents.
 *
 * <ul>
 *   <li>A page number: a line with nothing but one to three digits, or {@code Página 2 de 4}.
 *   <li>The title of the family with its years, wherever it stands.
 *   <li>A running head: a line that stands next to a page's edge (a page number, or the first or
 *       last line of a page) at least twice, begins like a title, does not end like
 *       a sentence, and is no heading and no half of one.
 * </ul>
 */
final class Furniture {
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-–— ]*(\\d{1,3}|pagina \\d{1,3}( de \\d{1,3})?|\\d{1,3} ?/ ?\\d{1,3})[-–— ]*");
  private static final Pattern TITLE =
      Pattern.compile("ficha( inicial)? de monitoreo y evaluacion[ \\d/–-]*");

  /** Begins like a title and does not end like a sentence. */
  private static final Pattern TITLED = Pattern.compile("[\\p{Lu}\\d].*\\p{L}.*[^.,;:]", Pattern.DOTALL);

  private Furniture() {}

  static boolean isPageNumber(SheetLine line) {
    return PAGE_NUMBER.matcher(Texts.key(line.text())).matches();
  }

  /** The lines but for titles and running heads; blank lines and page numbers stay. */
  static List<SheetLine> removed(List<SheetLine> lines) {
    Set<String> heads = runningHeads(lines);
    return lines.stream().filter(line -> !isHead(line, heads)).toList();
  }

  private static boolean isHead(SheetLine line, Set<String> heads) {
    String key = Texts.key(line.text());
    return !key.isEmpty() && (heads.contains(key) || TITLE.matcher(key).matches());
  }

  private static Set<String> runningHeads(List<SheetLine> lines) {
    List<SheetLine> printed =
        lines.stream().filter(line -> !Texts.trimmed(line.text()).isEmpty()).toList();
    Map<String, Integer> times = new HashMap<>();
    for (int i = 0; i < printed.size(); i++) {
      boolean head = TITLED.matcher(Texts.trimmed(printed.get(i).text())).matches();
      if (head && !isPageNumber(printed.get(i)) && isAtEdge(printed, i) && !isOfHeading(printed, i)) {
        times.merge(Texts.key(printed.get(i).text()), 1, Integer::sum);
      }
    }
    Set<String> heads = new HashSet<>();
    times.forEach(
        (key, count) -> {
          if (count > 1 && !isHeading(key)) {
            heads.add(key);
          }
        });
    return heads;
  }

  /** Whether it and a neighbour, page numbers aside, are a broken heading. */
  private static boolean isOfHeading(List<SheetLine> lines, int i) {
    String key = Texts.key(lines.get(i).text());
    String before = next(lines, i, -1);
    String after = next(lines, i, 1);
    return (!isHeading(before) && isHeading(before + " " + key))
        || (!isHeading(after) && isHeading(key + " " + after));
  }

  private static boolean isHeading(String key) {
    return Heading.of(key).isPresent();
  }

  private static String next(List<SheetLine> lines, int i, int step) {
    int j = i + step;
    while (j >= 0 && j < lines.size() && isPageNumber(lines.get(j))) {
      j += step;
    }
    return j >= 0 && j < lines.size() ? Texts.key(lines.get(j).text()) : "";
  }

  private static boolean isAtEdge(List<SheetLine> lines, int i) {
    return i == 0
        || i + 1 == lines.size()
        || isEdge(lines.get(i), lines.get(i - 1))
        || isEdge(lines.get(i), lines.get(i + 1));
  }

  private static boolean isEdge(SheetLine line, SheetLine neighbour) {
    return line.page() != neighbour.page() || isPageNumber(neighbour);
  }
}
