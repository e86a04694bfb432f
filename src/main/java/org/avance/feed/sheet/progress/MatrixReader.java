package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.mapping.MissingWords;
import org.avance.feed.sheet.progress.Cells.Cell;
import org.avance.feed.text.Texts;
import org.avance.model.DistributionClass;
import org.avance.model.IndicatorFocus;

/** Reads the distribution out of its section, whose cells and labels may be broken over lines. */
final class MatrixReader {
  private static final String FIGURES = "(?:[\\d\\s\\p{Z},;.%()-]|N[DAR]\\b)*";
  private static final Pattern ROW =
      Pattern.compile(
          "[\\s\\p{Z}]*(resultados?|coordinaci[oó]n|gesti[oó]n|total(?:[\\s\\p{Z}]+general)?)(?=[\\s\\p{Z}:]):?("
              + FIGURES
              + "(?:\\d|N[DAR])"
              + FIGURES
              + ")",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern MORE = Pattern.compile(FIGURES);
  private static final Pattern ITEM = Pattern.compile(MatrixCell.COUNT.pattern() + "|N[DAR]\\b");

  private final List<SheetLine> lines;
  private final Vocabularies words;
  private final MissingWords missing;

  /**
   * A row under way.
   *
   * @param figures what follows its label
   */
  private record Draft(String label, List<SheetLine> lines, StringBuilder figures) {}

  private MatrixReader(List<SheetLine> lines, Vocabularies words, MissingWords missing) {
    this.lines = lines;
    this.words = words;
    this.missing = missing;
  }

  /**
   * @param section lines of the section below its heading, blank ones too
   */
  static Matrix read(List<SheetLine> section, Vocabularies words, MissingWords missing) {
    return new MatrixReader(section, words, missing).read();
  }

  private Matrix read() {
    int first = 0;
    while (first < lines.size() && rowAt(first).isEmpty()) {
      first++;
    }
    int head = 0;
    while (head < first && !header(head, head + 1).isOne()) {
      head++;
    }
    if (head > 0 && MatrixHeader.isCorner(lines.get(head - 1).text())) {
      head--;
    }
    List<Draft> drafts = new ArrayList<>();
    int end = takeRows(first, drafts);
    MatrixHeader header = header(head, first);
    List<String> prose = new ArrayList<>(texts(0, head));
    prose.add("");
    prose.addAll(texts(end, lines.size()));
    return new Matrix(
        header.classes(), drafts.stream().map(draft -> row(draft, header)).toList(), prose);
  }

  private MatrixHeader header(int from, int to) {
    return MatrixHeader.of(String.join(" ", texts(from, to)), words.columns());
  }

  private List<String> texts(int from, int to) {
    return lines.subList(from, to).stream().map(SheetLine::text).toList();
  }

  /** Where a label and figures begin in this line; a broken label takes the next one, too. */
  private Optional<Draft> rowAt(int at) {
    for (int taken = 1; taken <= 2 && at + taken <= lines.size(); taken++) {
      List<SheetLine> its = lines.subList(at, at + taken);
      Matcher row = ROW.matcher(String.join(" ", texts(at, at + taken)));
      if (row.matches() && its.stream().noneMatch(line -> line.text().isBlank())) {
        return Optional.of(
            new Draft(
                Texts.folded(row.group(1)), new ArrayList<>(its), new StringBuilder(row.group(2))));
      }
    }
    return Optional.empty();
  }

  /** The line behind the last row. */
  private int takeRows(int first, List<Draft> drafts) {
    int end = first;
    int at = first;
    while (at < lines.size()) {
      Optional<Draft> begun = rowAt(at);
      String text = lines.get(at).text();
      if (begun.isPresent()) {
        drafts.add(begun.get());
        at += begun.get().lines().size();
        end = at;
      } else {
        if (end == at && !text.isBlank() && MORE.matcher(text).matches()) {
          Draft draft = drafts.get(drafts.size() - 1);
          draft.lines().add(lines.get(at));
          draft.figures().append(' ').append(text);
          end = at + 1;
        }
        at++;
      }
    }
    return end;
  }

  private Matrix.Row row(Draft draft, MatrixHeader header) {
    String figures = draft.figures().toString();
    Cells cells = Cells.of(figures);
    boolean hasColumns =
        cells.hasColumns() && draft.lines().stream().allMatch(line -> line.page() == 0);
    List<Cell> items = cells.hasColumns() ? cells.listed() : items(figures);
    Map<DistributionClass, MatrixCell> placed = new LinkedHashMap<>();
    List<String> loose = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String printed = items.get(i).text();
      int place =
          items.size() == header.columns().size()
              ? i
              : header.orderOf(items.get(i).column(), hasColumns);
      Optional<DistributionClass> progress = header.progressAt(place);
      if (progress.isPresent()) {
        placed.put(progress.get(), MatrixCell.of(printed, missing));
      } else {
        loose.add(printed);
      }
    }
    IndicatorFocus focus = words.rows().meaning(draft.label()).orElse(IndicatorFocus.UNKNOWN);
    return new Matrix.Row(focus, draft.label(), draft.lines(), placed, loose);
  }

  private static List<Cell> items(String figures) {
    return ITEM.matcher(figures)
        .results()
        .map(item -> new Cell(0, Texts.folded(item.group()), false, false))
        .toList();
  }
}
