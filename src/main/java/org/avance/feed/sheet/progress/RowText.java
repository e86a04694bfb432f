package org.avance.feed.sheet.progress;

import java.util.List;
import java.util.function.Predicate;

/**
 * The text of a row whose cells may be broken over several lines.
 *
 * @param cells the row as one line
 * @param prose sentences that follow in lines of their own; empty where none do
 */
record RowText(String cells, String prose) {

  /**
   * Of a row of labels: a further line belongs to it if it has several cells, or if its words may;
   * anything else between two rows is none of theirs.
   */
  static String ofLabels(Piece row, Predicate<String> belongs) {
    String text = row.texts().get(0);
    for (String line : row.texts().subList(1, row.texts().size())) {
      boolean isRow = line.strip().indexOf('\t') >= 0;
      boolean fits = Cells.of(line).listed().stream().allMatch(cell -> belongs.test(cell.text()));
      if (!line.isBlank() && (isRow || fits)) {
        text = Wrap.joined(text, line);
      }
    }
    return text;
  }

  /** Of a row of free text: it goes on up to a blank line, or to a line that begins sentences. */
  static RowText ofNames(Piece row) {
    String text = row.texts().get(0);
    List<String> lines = row.texts();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank() && !text.isBlank()) {
        return new RowText(text, sentences(lines.subList(i, lines.size())));
      }
      if (beginsProse(lines, i)) {
        return new RowText(text, String.join(" ", paragraph(lines, i)));
      }
      text = Wrap.joined(text, lines.get(i));
    }
    return new RowText(text, "");
  }

  /** Below a blank line nothing belongs to the row but sentences. */
  private static String sentences(List<String> lines) {
    String joined = String.join(" ", Prose.paragraphs(lines));
    return Prose.is(joined) ? joined : "";
  }

  private static boolean beginsProse(List<String> lines, int at) {
    String line = lines.get(at).strip();
    boolean begins =
        !line.isEmpty() && (Character.isUpperCase(line.charAt(0)) || line.charAt(0) == '<');
    List<Cells.Cell> cells = Cells.of(line).listed();
    return begins
        && (cells.size() == 1
            ? Prose.is(String.join(" ", paragraph(lines, at)))
            : cells.get(0).isProse());
  }

  private static List<String> paragraph(List<String> lines, int at) {
    int end = at;
    while (end < lines.size() && !lines.get(end).isBlank()) {
      end++;
    }
    return lines.subList(at, end);
  }
}
