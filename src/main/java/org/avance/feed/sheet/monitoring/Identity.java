package org.avance.feed.sheet.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.feed.sheet.SheetIdentity;
import org.avance.feed.sheet.SheetWords;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;
import org.avance.model.Programme;

/**
 * Whose sheet it is and of which year. The programme is the one whose key the text names, else the
 * one whose title, as the descriptor lists them, stands in it; the year is that of the column of
 * populations, {@code Valor 2017}.
 */
record Identity(Sections sections, SheetWords words) {

  Subject subject(List<CoverageRow> rows) throws RefusedFile {
    int year = year(rows);
    String text = sections.everything().text();
    Set<ProgrammeKey> keys = ProgrammeKey.in(text);
    Set<String> codes = keys.stream().map(this::code).collect(Collectors.toSet());
    if (codes.isEmpty()) {
      codes = titled(text);
    }
    if (codes.size() != 1) {
      throw refused(
          "one programme key such as E-045, or one title that the descriptor's `programmes` lists",
          codes.isEmpty() ? "none" : codes.stream().sorted().collect(Collectors.joining(", ")));
    }
    String branch = branch(keys);
    return new Subject(
        new Programme(
            words.codeSystem(),
            branch.isEmpty() ? words.agency() : branch,
            codes.iterator().next(),
            "",
            words.agencyName()),
        year,
        branch.isEmpty() ? Set.of("agency", "geography") : Set.of("geography"));
  }

  static SheetIdentity of(Subject subject) {
    Programme programme = subject.programme();
    return new SheetIdentity(
        programme.agencyCode() + " " + programme.code(),
        String.valueOf(subject.year()),
        subject.year());
  }

  private String code(ProgrammeKey key) {
    return words
        .programme(key.code())
        .or(() -> words.programme(key.branch() + "-" + key.code()))
        .orElse(key.code());
  }

  private Set<String> titled(String text) {
    String key = Texts.key(text);
    return words.programmes().entrySet().stream()
        .filter(title -> key.contains(Texts.key(title.getKey())))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  /** The ramo as printed with the key; empty where it is not. */
  private String branch(Set<ProgrammeKey> keys) throws RefusedFile {
    Set<String> branches =
        keys.stream()
            .map(ProgrammeKey::branch)
            .filter(each -> !each.isEmpty())
            .collect(Collectors.toSet());
    if (!branches.isEmpty() && !branches.equals(Set.of(words.agency()))) {
      throw refused(
          "a programme of ramo " + words.agency() + ", as the descriptor says",
          branches.stream().sorted().collect(Collectors.joining(", ")));
    }
    return branches.isEmpty() ? "" : words.agency();
  }

  private int year(List<CoverageRow> rows) throws RefusedFile {
    Stream<Integer> columns =
        rows.stream()
            .filter(row -> row.label() == CoverageLabel.YEAR)
            .map(row -> Heading.year(row.value()));
    Stream<Integer> heading =
        sections.listed().stream()
            .filter(section -> section.heading() == Heading.QUANTIFICATION)
            .map(section -> Heading.year(section.printed()));
    List<Integer> years =
        Stream.concat(columns, heading).filter(year -> year > 0).distinct().sorted().toList();
    if (years.size() != 1) {
      throw refused(
          "one year over the populations, such as \"Valor 2017\"",
          years.isEmpty()
              ? "none"
              : years.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
    return years.get(0);
  }

  private static RefusedFile refused(String expected, String found) {
    return new RefusedFile(
        new Issue(
            IssueCode.SHEET_UNIDENTIFIED,
            Location.FILE,
            found.equals("none") ? "" : found,
            "expected " + expected + " but found " + found,
            expected));
  }
}
