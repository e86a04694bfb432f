package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.feed.sheet.progress.Cells.Cell;

/**
 * The indicators of an objective, in their order. A number that is left out between two others is
 * an indicator without a name: what stands in its place is not its neighbour's.
 */
final class IndicatorNames {
  private static final Pattern NUMBERED =
      Pattern.compile("(\\d{1,2})\\.(\\d{1,2})[.)]?(?:\\s+(\\D.*))?");

  /** Another one in the same cell, where what parted them is lost. */
  private static final Pattern NEXT = Pattern.compile(" (?=\\d{1,2}\\.\\d{1,2}[.)]? \\p{Lu})");

  private final List<Slot> slots = new ArrayList<>();
  private final int objective;
  private int ordinal;

  private IndicatorNames(int objective, int before) {
    this.objective = objective;
    this.ordinal = before;
  }

  /**
   * @param before ordinal of the objective's last indicator above
   */
  static List<Slot> of(ObjectiveBlock block, int before) {
    IndicatorNames names = new IndicatorNames(block.number(), before);
    block.row(Part.INDICATORS).ifPresent(row -> names.take(Cells.of(RowText.ofNames(row).cells())));
    return names.slots;
  }

  private void take(Cells cells) {
    boolean ended = false;
    for (Cell cell : cells.listed()) {
      boolean isName = begins(cell.text());
      ended = !isName && (ended || cell.isProse());
      if (isName) {
        takeAll(cell.text());
      } else if (!ended && !cells.hasColumns()) {
        goOn(cell.text());
      }
    }
  }

  private void takeAll(String cell) {
    for (String text : NEXT.split(cell, -1)) {
      if (begins(text)) {
        add(text);
      } else {
        goOn(text);
      }
    }
  }

  private boolean begins(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    return numbered.matches()
        && Integer.parseInt(numbered.group(1)) == objective
        && Integer.parseInt(numbered.group(2)) > ordinal;
  }

  private void add(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    if (!numbered.matches()) {
      return;
    }
    int printed = Integer.parseInt(numbered.group(2));
    while (++ordinal < printed) {
      slots.add(new Slot(objective + "." + ordinal, ""));
    }
    String name = numbered.group(3);
    slots.add(new Slot(objective + "." + printed, name == null ? "" : name));
  }

  /** In a row without tabs, two spaces may stand within a name. */
  private void goOn(String text) {
    if (!slots.isEmpty()) {
      Slot last = slots.remove(slots.size() - 1);
      slots.add(new Slot(last.number(), (last.name() + " " + text).strip()));
    }
  }
}
