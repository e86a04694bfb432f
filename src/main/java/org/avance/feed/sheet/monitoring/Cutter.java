package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetLine;
import org.avance.extract.sheettext.SheetText;
import org.avance.feed.text.Texts;

/**
 * Cuts a document by its headings.
 *
 * <ul>
 *   <li>A heading is a line, or up to five with blank lines and page numbers between them, that
 *       begins with a capital and is one of {@link Heading}, marks at its ends aside. A colon may
 *       part it from the text that follows on its line.
 *   <li>A heading of one word could be a word of a sentence that is alone on its line: it counts
 *       only in capitals, or after a blank line, a page number, a line without small letters or the
 *       end of a sentence, or before another heading, the first item of a list or a missing word.
 *   <li>Contact data begins at the first of its headings, wherever in a line that stands, and ends
 *       at any other heading; one of one word, which may be of an office's name, ends it only
 *       before another heading or the first item of a list.
 * </ul>
 */
final class Cutter {
  private static final Pattern CELLS = Pattern.compile("\\t| {2,}");
  private static final Pattern FIRST_ITEM = Pattern.compile("\\s*1 ?[.)]");
  private static final Pattern SMALL = Pattern.compile("\\p{Ll}");
  private static final Pattern NOTHING = Pattern.compile("\\p{Lu}{2,3}");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.:;)?!]\\W*");

  private final List<SheetLine> lines;
  private final List<SheetLine> preamble = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private final List<SheetLine> open = new ArrayList<>();
  private Optional<Found> under = Optional.empty();

  /** A heading and the line after it. */
  private record Found(Heading heading, String printed, SheetLine at, int next, String rest) {}

  private Cutter(List<SheetLine> lines) {
    this.lines = lines;
  }

  static Sections cut(SheetText text) {
    return new Cutter(Furniture.removed(text.lines())).cut();
  }

  private Sections cut() {
    int i = 0;
    while (i < lines.size()) {
      Optional<Found> found = heading(i);
      if (found.isPresent()) {
        close();
        under = found;
        begin(found.get());
        i = found.get().next();
      } else {
        (under.isPresent() ? open : preamble).add(lines.get(i++));
      }
    }
    close();
    return new Sections(preamble, sections);
  }

  private void begin(Found found) {
    SheetLine at = found.at();
    if (!found.rest().isEmpty()) {
      open.add(new SheetLine(at.page(), at.place(), at.number(), found.rest()));
    }
  }

  private void close() {
    under
        .filter(found -> found.heading() != Heading.CONTACT)
        .ifPresent(
            found -> sections.add(new Section(found.heading(), found.printed(), found.at(), open)));
    open.clear();
  }

  private Optional<Found> heading(int i) {
    if (isEmpty(i) || !startsHigh(lines.get(i).text())) {
      return Optional.empty();
    }
    Optional<Found> contact = contact(i);
    if (contact.isPresent()) {
      return contact;
    }
    return broken(i).or(() -> beforeColon(i)).filter(found -> isSure(found, i));
  }

  /** The longest run of lines that is a heading. */
  private Optional<Found> broken(int i) {
    List<Found> found = new ArrayList<>();
    StringBuilder joined = new StringBuilder();
    int parts = 0;
    for (int j = i; j < lines.size() && parts < Heading.MOST_LINES; j++) {
      if (isEmpty(j)) {
        continue;
      }
      joined.append(parts++ == 0 ? "" : " ").append(Texts.folded(lines.get(j).text()));
      int next = j + 1;
      Heading.of(Texts.key(joined.toString()))
          .filter(heading -> heading != Heading.CONTACT)
          .map(heading -> new Found(heading, joined.toString(), lines.get(i), next, ""))
          .ifPresent(found::add);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }

  private Optional<Found> beforeColon(int i) {
    String text = Texts.folded(lines.get(i).text());
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String printed = text.substring(0, colon);
    return Heading.of(Texts.key(printed))
        .map(
            heading ->
                new Found(
                    heading,
                    printed,
                    lines.get(i),
                    i + 1,
                    Texts.trimmed(text.substring(colon + 1))));
  }

  /** The shortest run of lines that is, or a line with a cell that is, a contact heading. */
  private Optional<Found> contact(int i) {
    if (CELLS.splitAsStream(lines.get(i).text()).anyMatch(Cutter::isContact)) {
      return Optional.of(new Found(Heading.CONTACT, "", lines.get(i), i + 1, ""));
    }
    StringBuilder joined = new StringBuilder();
    int parts = 0;
    for (int j = i; j < lines.size() && parts < 3; j++) {
      if (isEmpty(j)) {
        continue;
      }
      joined.append(parts++ == 0 ? "" : " ").append(Texts.folded(lines.get(j).text()));
      if (isContact(joined.toString())) {
        return Optional.of(new Found(Heading.CONTACT, "", lines.get(i), j + 1, ""));
      }
    }
    return Optional.empty();
  }

  private static boolean isContact(String cell) {
    return startsHigh(cell)
        && Heading.of(Texts.key(cell)).filter(each -> each == Heading.CONTACT).isPresent();
  }

  private boolean isSure(Found found, int i) {
    if (!found.heading().isOneWord() || i == 0 || isFollowedByItsOwn(found.next())) {
      return true;
    }
    boolean inContact = under.filter(each -> each.heading() == Heading.CONTACT).isPresent();
    String before = Texts.trimmed(lines.get(i - 1).text());
    return !inContact
        && (open.isEmpty()
            || isEmpty(i - 1)
            || SENTENCE_END.matcher(before).matches()
            || !SMALL.matcher(before).find()
            || !SMALL.matcher(found.printed()).find()
            || isFollowedByNothing(found.next()));
  }

  /** A word in capitals for a missing text. */
  private boolean isFollowedByNothing(int next) {
    int j = firstPrinted(next);
    return j < lines.size() && NOTHING.matcher(Texts.trimmed(lines.get(j).text())).matches();
  }

  /** Another heading, or the first item of a list. */
  private boolean isFollowedByItsOwn(int next) {
    int j = firstPrinted(next);
    return j < lines.size()
        && (FIRST_ITEM.matcher(lines.get(j).text()).lookingAt()
            || broken(j).isPresent()
            || beforeColon(j).isPresent());
  }

  private int firstPrinted(int from) {
    int j = from;
    while (j < lines.size() && isEmpty(j)) {
      j++;
    }
    return j;
  }

  /** Blank, or a page number. */
  private boolean isEmpty(int i) {
    SheetLine line = lines.get(i);
    return Texts.trimmed(line.text()).isEmpty() || Furniture.isPageNumber(line);
  }

  private static boolean startsHigh(String text) {
    return Texts.trimmed(text)
        .codePoints()
        .filter(Character::isLetter)
        .mapToObj(Character::isUpperCase)
        .findFirst()
        .orElse(false);
  }
}
