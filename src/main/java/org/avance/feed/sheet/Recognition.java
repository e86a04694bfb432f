package org.avance.feed.sheet;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetText;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/**
 * Tells of which layout a document is by its headings, never by its file name.
 *
 * @param known all layouts there are
 * @param wanted names of those that the feed's documents may have
 */
public record Recognition(List<SheetLayout> known, List<String> wanted) {
  private static final int HEADINGS_SHOWN = 8;

  /** What may be a heading: a short line of words. It keeps names, numbers and addresses out. */
  private static final Pattern HEADING = Pattern.compile("[\\p{L} ¿?()/¹²*-]{4,60}");

  /** From here on documents tell who made them; nobody's name is printed in a message. */
  private static final Pattern PERSONS =
      Pattern.compile("(datos de )?contacto.*|responsable.*|elabor.*|nombre.*|firma.*");

  public Recognition {
    known = List.copyOf(known);
    wanted = List.copyOf(wanted);
  }

  /**
   * The layout all of whose anchors the document has.
   *
   * @throws RefusedFile where there is none, or one that the feed does not want
   */
  public SheetLayout of(SheetText text) throws RefusedFile {
    List<String> lines = keys(text);
    SheetLayout found =
        known.stream()
            .filter(layout -> layout.anchors().stream().allMatch(each -> stands(each, lines)))
            .findFirst()
            .orElseThrow(() -> unknown(text));
    if (!wanted.contains(found.name())) {
      throw refused(
          "expected a document of the layout %s, found a %s"
              .formatted(String.join(" or ", wanted), found.name()));
    }
    return found;
  }

  private static List<String> keys(SheetText text) {
    return text.lines().stream()
        .map(line -> Texts.key(line.text()))
        .filter(line -> line.codePoints().anyMatch(Character::isLetter))
        .toList();
  }

  /** At the head of a line, or broken over two with no more than a page number between them. */
  private static boolean stands(String anchor, List<String> lines) {
    String wanted = Texts.key(anchor);
    for (int i = 0; i < lines.size(); i++) {
      String next = i + 1 < lines.size() ? " " + lines.get(i + 1) : "";
      if ((lines.get(i) + next).startsWith(wanted)) {
        return true;
      }
    }
    return false;
  }

  private RefusedFile unknown(SheetText text) {
    String layouts =
        known.stream()
            .map(layout -> layout.name() + " (" + quoted(layout.anchors()) + ")")
            .collect(joining(" or "));
    List<String> headings = headings(text);
    return refused(
        "expected a document with the headings of %s, found %s"
            .formatted(
                layouts, headings.isEmpty() ? "no heading" : "the headings " + quoted(headings)));
  }

  private static List<String> headings(SheetText text) {
    List<String> headings = new ArrayList<>();
    for (String line : text.lines().stream().map(each -> Texts.folded(each.text())).toList()) {
      if (PERSONS.matcher(Texts.key(line)).matches() || headings.size() == HEADINGS_SHOWN) {
        break;
      }
      if (HEADING.matcher(line).matches()) {
        headings.add(line);
      }
    }
    return headings;
  }

  private RefusedFile refused(String message) {
    return new RefusedFile(
        new Issue(IssueCode.LAYOUT_UNKNOWN, Location.FILE, "", message, String.join(", ", wanted)));
  }

  private static String quoted(List<String> texts) {
    return texts.stream().map(Texts::quoted).collect(joining(", "));
  }
}
