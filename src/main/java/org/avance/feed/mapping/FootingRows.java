package org.avance.feed.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.avance.extract.RawRow;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.Footing;
import org.avance.model.Stated;

/**
 * Tells which rows are no records but figures about records, and what each row has to do with such
 * figures. Totals are numbered from 0, controls behind them.
 */
record FootingRows(FootingPlan plan, MissingWords missing) {

  /** Whether a row prints totals or a control. */
  boolean has(Cells cells) {
    for (TotalsPlan totals : plan.totals()) {
      if (cells.hold(totals.when())) {
        return true;
      }
    }
    for (ControlPlan control : plan.controls()) {
      if (isRowOf(control, cells)) {
        return true;
      }
    }
    return false;
  }

  /** The groups that a record belongs to. */
  Footing ofRecord(Cells cells) {
    if (plan.totals().isEmpty()) {
      return Footing.NONE;
    }
    List<Footing.Group> groups = new ArrayList<>();
    for (int kind = 0; kind < plan.totals().size(); kind++) {
      TotalsPlan totals = plan.totals().get(kind);
      if (!totals.of().isEmpty()) {
        StringJoiner text = new StringJoiner("\u001f");
        totals.of().keySet().forEach(column -> text.add(Texts.key(cells.printed(column))));
        groups.add(new Footing.Group(kind, group(text)));
      }
    }
    return groups.isEmpty() ? Footing.NONE : new Footing(groups, List.of());
  }

  /** What a row of totals or of a control prints; a number that can't be read is an issue. */
  Footing ofRow(Cells cells, List<NumericCell> numbers, Consumer<Issue> issues) {
    List<Footing.Printed> printed = new ArrayList<>();
    for (int kind = 0; kind < plan.totals().size() && printed.isEmpty(); kind++) {
      if (cells.hold(plan.totals().get(kind).when())) {
        printed.addAll(totals(kind, cells, numbers));
      }
    }
    for (int i = 0; i < plan.controls().size(); i++) {
      ControlPlan control = plan.controls().get(i);
      if (isRowOf(control, cells)) {
        String name = control.sumOf() + " (line " + cells.row().firstLine() + ")";
        new Figures(cells, "controls", issues)
            .stated(control.printed())
            .flatMap(FootingRows::given)
            .ifPresent(figure -> printed.add(printed(control, name, figure)));
      }
    }
    return new Footing(List.of(), printed);
  }

  /** The controls that stand above the records. */
  List<Footing.Printed> above() {
    return plan.controls().stream()
        .filter(control -> control.row().isEmpty())
        .flatMap(
            control ->
                above(control).stream()
                    .map(figure -> printed(control, control.sumOf() + " (header)", figure)))
        .toList();
  }

  private Optional<BigDecimal> above(ControlPlan control) {
    Cells none = new Cells(new RawRow(0, 0, 0, List.of(), ""), Map.of(), missing);
    return Figures.number(none, control.printed());
  }

  /** Why a control can't be compared, if one can't: it would be none. */
  Optional<Issue> fault(List<String> valueColumns) {
    return plan.controls().stream()
        .flatMap(control -> fault(control, valueColumns).stream())
        .findFirst();
  }

  private Optional<Issue> fault(ControlPlan control, List<String> valueColumns) {
    if (!control.sumOf().isEmpty() && !valueColumns.contains(control.sumOf())) {
      String values = String.join(", ", valueColumns.stream().map(Texts::quoted).toList());
      String found = Texts.quoted(control.sumOf());
      return Optional.of(
          fault(
              IssueCode.HEADER_NOT_FOUND,
              "one of the value columns " + values + " but found " + found));
    }
    if (!control.row().isEmpty() || above(control).isPresent()) {
      return Optional.empty();
    }
    String number = "a number such as " + control.printed().grammar().style().example();
    String found =
        control.printed().origin().source() instanceof Source.Constant it ? it.text() : "";
    return Optional.of(
        fault(
            IssueCode.NUMBER_UNREADABLE,
            number + " for the " + control.name() + " but found " + Texts.quoted(found)));
  }

  private static Issue fault(IssueCode code, String expected) {
    return new Issue(code, Location.FILE, "", "controls: expected " + expected, "");
  }

  /** The controls that must stand among the records. */
  List<Footing.Awaited> awaited() {
    return plan.controls().stream()
        .filter(control -> !control.row().isEmpty())
        .map(control -> new Footing.Awaited(kind(control), control.name()))
        .toList();
  }

  private List<Footing.Printed> totals(int kind, Cells cells, List<NumericCell> numbers) {
    StringJoiner text = new StringJoiner("\u001f");
    StringJoiner name = new StringJoiner(", ");
    plan.totals()
        .get(kind)
        .of()
        .forEach(
            (column, origin) -> {
              String group = cells.take(origin, column) instanceof Taken.Text it ? it.text() : "";
              text.add(Texts.key(group));
              name.add(column + " " + Texts.quoted(group));
            });
    boolean all = name.length() == 0;
    String where = ", " + name + " (line " + cells.row().firstLine() + ")";
    return numbers.stream()
        .map(
            cell ->
                new Footing.Printed(
                    kind,
                    all ? "" : group(text),
                    cell.column(),
                    cell.column() + (all ? "" : where),
                    cell.value()))
        .toList();
  }

  private Footing.Printed printed(ControlPlan control, String name, BigDecimal figure) {
    return new Footing.Printed(kind(control), "", control.sumOf(), name, figure);
  }

  private int kind(ControlPlan control) {
    return plan.totals().size() + plan.controls().indexOf(control);
  }

  private static Optional<BigDecimal> given(Stated<BigDecimal> stated) {
    return stated.fold(Optional::of, missing -> Optional.empty());
  }

  /** Never empty, as that of all records is. */
  private static String group(StringJoiner text) {
    return "of " + text;
  }

  private static boolean isRowOf(ControlPlan control, Cells cells) {
    return !control.row().isEmpty() && cells.hold(control.row());
  }
}
