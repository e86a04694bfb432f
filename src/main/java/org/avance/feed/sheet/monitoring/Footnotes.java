package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.List;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.text.Texts;

/** Notes that begin a line with an asterisk and end at a blank line or a heading. */
final class Footnotes {
  private Footnotes() {}

  static List<Passage> of(Sections sections) {
    List<Passage> notes = new ArrayList<>();
    for (Section section : sections.listed()) {
      notes.addAll(of(section.lines()));
    }
    return notes;
  }

  /** The lines of a section that belong to none of its notes. */
  static List<SheetLine> removed(List<SheetLine> lines) {
    List<SheetLine> noted = of(lines).stream().flatMap(note -> note.lines().stream()).toList();
    return lines.stream().filter(line -> !noted.contains(line)).toList();
  }

  static boolean begins(SheetLine line) {
    return Texts.trimmed(line.text()).startsWith("*");
  }

  private static List<Passage> of(List<SheetLine> lines) {
    List<Passage> notes = new ArrayList<>();
    List<SheetLine> open = new ArrayList<>();
    for (Paragraph paragraph : Paragraph.of(lines)) {
      for (SheetLine line : paragraph.lines()) {
        boolean begins = begins(line);
        if (begins) {
          close(open, notes);
        }
        if (begins || !open.isEmpty()) {
          open.add(line);
        }
      }
      close(open, notes);
    }
    return notes;
  }

  private static void close(List<SheetLine> open, List<Passage> notes) {
    Passage note = Passage.of(open);
    if (!note.isEmpty()) {
      notes.add(note);
    }
    open.clear();
  }
}
