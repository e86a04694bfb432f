package org.avance.feed.sheet.progress;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.avance.feed.sheet.SheetIdentity;
import org.avance.feed.sheet.SheetWords;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;
import org.avance.model.Programme;

/**
 * Whose sheet it is and of which edition. These sheets print no key: the programme is known by its
 * title, which the descriptor may give a code.
 *
 * @param edition the years of the distribution's heading, as printed, joined by a hyphen
 * @param year the last of them
 */
record Document(Programme programme, String edition, int year) {
  private static final int LONGEST_CODE = 40;
  private static final int HASH = 8;
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

  static Document of(Sheet sheet, SheetWords words) throws RefusedFile {
    String title = title(sheet);
    List<Integer> years =
        YEAR.matcher(heading(sheet))
            .results()
            .map(each -> Integer.valueOf(each.group()))
            .distinct()
            .sorted()
            .toList();
    if (title.isEmpty()) {
      throw refused(
          "a title above the first heading", "", "a line such as Programa Institucional de …");
    }
    if (years.isEmpty()) {
      throw refused(
          "a year in the heading of the distribution",
          heading(sheet),
          "a heading such as Distribución del avance de los indicadores respecto de su meta"
              + " sexenal, 2020 o 2021");
    }
    int first = years.get(0);
    int last = years.get(years.size() - 1);
    Programme programme =
        new Programme(
            words.codeSystem(),
            words.agency(),
            words.programme(title).orElseGet(() -> code(title)),
            title,
            words.agencyName());
    return new Document(programme, first == last ? "" + last : first + "-" + last, last);
  }

  SheetIdentity identity() {
    return new SheetIdentity(programme.agencyCode() + " " + programme.code(), edition, year);
  }

  /**
   * The paragraph that begins as programmes do, for a page header may stand above; else the first.
   */
  private static String title(Sheet sheet) {
    List<String> above =
        sheet.first(Part.TITLE).map(piece -> Prose.paragraphs(piece.texts())).orElse(List.of());
    Optional<String> named =
        above.stream().filter(text -> Texts.key(text).startsWith("programa ")).findFirst();
    return named.or(() -> above.stream().findFirst()).orElse("");
  }

  /** The heading up to the first blank line or row. */
  private static String heading(Sheet sheet) {
    StringBuilder heading = new StringBuilder();
    sheet
        .first(Part.DISTRIBUTION)
        .ifPresent(
            piece -> {
              for (String line : piece.texts()) {
                boolean ends = line.indexOf('\t') >= 0 || Cells.of(line).listed().size() > 1;
                if (ends || (line.isBlank() && !heading.isEmpty())) {
                  return;
                }
                heading.append(heading.isEmpty() ? "" : " ").append(line.strip());
              }
            });
    return Texts.folded(heading.toString());
  }

  /** Made of the title alone: the same title has the same code, another one another. */
  private static String code(String title) {
    String code = Texts.key(title).replaceAll("[^\\p{Alnum}]+", "-").replaceAll("^-|-$", "");
    return code.length() <= LONGEST_CODE
        ? code
        : code.substring(0, LONGEST_CODE - HASH - 1) + "-" + hash(code);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }

  private static RefusedFile refused(String expected, String found, String accepted) {
    return new RefusedFile(
        new Issue(
            IssueCode.SHEET_UNIDENTIFIED,
            Location.FILE,
            found,
            "expected %s but found %s"
                .formatted(expected, found.isEmpty() ? "none" : Texts.quoted(found)),
            accepted));
  }
}
