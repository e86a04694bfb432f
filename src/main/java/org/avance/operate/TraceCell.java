package org.avance.operate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.job.ArchivedLines;
import org.avance.warehouse.DeliveryDetails;
import org.avance.warehouse.FactVersions;
import org.avance.warehouse.RecordIssue;
import org.avance.warehouse.Trace;

/** Follows a cell of a view back to the lines of the file that it was read from. */
public final class TraceCell {
  /** What the agency printed stands beside what our rulebook makes of the same. */
  private static final List<String> AXES = List.of("progress", "interim", "trend", "light");

  private TraceCell() {}

  /**
   * What was asked for.
   *
   * @param matching how many rows match; a thousand or more are not counted on
   * @param choices where several match: the keys of the first ten, and in what they differ
   * @param traced the one row that matches; none where none does, or several
   * @param unmet where none matches: the conditions that no row meets, whatever the others say
   * @param formerly where no row has the key that was asked for: what its figure was, oldest first
   */
  public record Report(
      String view,
      String keyColumn,
      long matching,
      List<Choice> choices,
      List<Traced> traced,
      List<Trace.Unmet> unmet,
      List<FactVersions.Version> formerly) {
    public Report {
      unmet = List.copyOf(unmet);
      formerly = List.copyOf(formerly);
      choices = List.copyOf(choices);
      traced = List.copyOf(traced);
    }
  }

  /** A row that may be meant. */
  public record Choice(String key, Map<String, String> differing) {
    public Choice {
      differing = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(differing));
    }
  }

  /**
   * A row and where it comes from.
   *
   * @param row its values by column, without those that are none
   * @param rulebookVersion by which the computed classes were made; empty where there are none
   * @param origins one, or two of a row that puts two figures side by side
   * @param versions what the figure was, the oldest first
   */
  public record Traced(
      String key,
      Map<String, String> row,
      List<PrintedClass> classes,
      String rulebookVersion,
      List<Origin> origins,
      List<FactVersions.Version> versions) {
    public Traced {
      row = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(row));
      classes = List.copyOf(classes);
      origins = List.copyOf(origins);
      versions = List.copyOf(versions);
    }
  }

  /**
   * A class as the agency printed it, beside ours.
   *
   * @param axis progress, interim, trend or light; score of a score's class
   * @param printed as printed; empty where nothing is
   * @param printedCode what that is of our classes
   * @param reason why there is no computed one
   * @param ruleStatus OFFICIAL, ANCHORED, DERIVED or PROVISIONAL
   */
  public record PrintedClass(
      String axis,
      String printed,
      String printedCode,
      String computedCode,
      String reason,
      String ruleStatus) {}

  /** A record of the file: the lines that it stands on, and its text. */
  public record Line(long firstLine, long lastLine, String raw) {}

  /**
   * Where figures come from.
   *
   * @param which tells two origins of a row apart; empty where there is one
   * @param sheet name of the worksheet; empty where the file is no workbook
   * @param page 0 where the file has none
   * @param archived where the file is kept; empty where it is not there
   * @param header the columns' names; none of a document
   * @param lines the text of these lines as it stands in the file
   * @param note why there are no lines; empty where there are
   */
  public record Origin(
      String which,
      DeliveryDetails delivery,
      RunDetails.AsNow asNow,
      long firstLine,
      long lastLine,
      String sheet,
      long page,
      String archived,
      List<String> header,
      List<Line> lines,
      String note,
      List<RecordIssue> issues) {
    public Origin {
      header = List.copyOf(header);
      lines = List.copyOf(lines);
      issues = List.copyOf(issues);
    }
  }

  /**
   * Looks and changes nothing.
   *
   * @param words {@code column=value}; a value alone is that of the view's key
   * @throws Refusal where nothing is asked
   */
  public static Report perform(Workplace place, String view, List<String> words) {
    if (words.isEmpty()) {
      throw new Refusal(
          "expected what tells the row, such as year=2019 programme_code=S243, or its key; found nothing");
    }
    List<Trace.Condition> conditions = words.stream().map(TraceCell::condition).toList();
    return Look.at(
        place,
        () -> {
          throw new Refusal(
              "there is no row to be traced: nothing was ever loaded into " + place.home());
        },
        look -> {
          Trace.Found found = look.trace().find(view, conditions);
          return found.rows().isEmpty()
              ? none(look, found, conditions)
              : report(place, look, found);
        });
  }

  /** What a retraction or a later file has ended is found by its key all the same. */
  private static Report none(Look look, Trace.Found found, List<Trace.Condition> conditions) {
    List<FactVersions.Version> formerly =
        conditions.stream()
            .filter(each -> each.column().isEmpty() || each.column().equals(found.key()))
            .flatMap(each -> look.versions(found.view(), each.value()).stream())
            .toList();
    return new Report(
        found.view(),
        found.key(),
        0,
        List.of(),
        List.of(),
        look.trace().unmet(found, conditions),
        formerly);
  }

  private static Trace.Condition condition(String word) {
    int equals = word.indexOf('=');
    return equals < 0
        ? new Trace.Condition("", word)
        : new Trace.Condition(word.substring(0, equals), word.substring(equals + 1));
  }

  private static Report report(Workplace place, Look look, Trace.Found found) {
    List<Trace.Row> rows = found.rows();
    if (rows.size() != 1) {
      return new Report(
          found.view(),
          found.key(),
          found.count(),
          choices(found),
          List.of(),
          List.of(),
          List.of());
    }
    Trace.Row row = rows.get(0);
    String key = row.text(found.key());
    Traced traced =
        new Traced(
            key,
            row.values(),
            classes(row),
            row.text("rulebook_version"),
            origins(place, look, row, found.columns()),
            look.versions(found.view(), key));
    return new Report(
        found.view(), found.key(), 1, List.of(), List.of(traced), List.of(), List.of());
  }

  private static List<Choice> choices(Trace.Found found) {
    List<String> differing =
        found.columns().stream()
            .skip(1)
            .filter(column -> !column.matches(".*_(es|en)|line.*|file_.*|published_at"))
            .filter(
                column -> found.rows().stream().map(row -> row.text(column)).distinct().count() > 1)
            .toList();
    List<Choice> choices = new ArrayList<>();
    for (Trace.Row row : found.rows()) {
      Map<String, String> values = new LinkedHashMap<>();
      differing.forEach(column -> values.put(column, row.text(column)));
      choices.add(new Choice(row.text(found.key()), values));
    }
    return choices;
  }

  private static List<PrintedClass> classes(Trace.Row row) {
    List<PrintedClass> classes = new ArrayList<>();
    for (String axis : AXES) {
      PrintedClass found =
          new PrintedClass(
              axis,
              row.text("printed_" + axis),
              row.text("printed_" + axis + "_code"),
              row.text(axis + "_code"),
              row.text(axis + "_reason_code"),
              row.text(axis + "_status"));
      boolean has = row.has("printed_" + axis) && row.has(axis + "_code");
      if (has || !found.printed().isEmpty()) {
        classes.add(found);
      }
    }
    if (!row.text("printed_class").isEmpty()) {
      classes.add(new PrintedClass("score", row.text("printed_class"), "", "", "", ""));
    }
    return classes;
  }

  private static List<Origin> origins(
      Workplace place, Look look, Trace.Row row, List<String> columns) {
    List<Origin> origins = new ArrayList<>();
    for (Trace.Place each : Trace.places(row, columns)) {
      Optional<DeliveryDetails> delivery = look.delivery(each.delivery());
      delivery.ifPresent(found -> origins.add(origin(place, look, each, found)));
    }
    return origins;
  }

  private static Origin origin(
      Workplace place, Look look, Trace.Place at, DeliveryDetails delivery) {
    ArchivedLines.Found found =
        new ArchivedLines(look.settings())
            .find(
                at.delivery(),
                delivery.feed(),
                delivery.digest(),
                delivery.fileName(),
                at.firstLine(),
                at.lastLine());
    boolean whole = at.firstLine() == 0;
    return new Origin(
        at.which(),
        delivery,
        RunDetails.AsNow.of(delivery, RunDetails.inForce(place, delivery.feed())),
        at.firstLine(),
        at.lastLine(),
        found.sheet(),
        whole ? 0 : look.page(at.delivery(), at.firstLine()),
        found.file(),
        found.header(),
        found.lines().stream()
            .map(each -> new Line(each.firstLine(), each.lastLine(), each.raw()))
            .toList(),
        found.note(),
        whole ? List.of() : look.issuesOfLines(at.delivery(), at.firstLine(), at.lastLine()));
  }
}
