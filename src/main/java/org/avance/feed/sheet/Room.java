package org.avance.feed.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.Assessment;
import org.avance.model.Budget;
import org.avance.model.Coverage;
import org.avance.model.Distribution;
import org.avance.model.Fact;
import org.avance.model.Finding;
import org.avance.model.Indicator;
import org.avance.model.IndicatorValue;
import org.avance.model.Stated;

/**
 * Whether the warehouse has room for a fact's texts. Prose that ran into a cell must not stop the
 * whole document: the piece that it stands in is set aside.
 */
final class Room {
  private static final int CODE = 40;
  private static final int LABEL = 200;
  private static final int NAME = 1_000;
  private static final int PROSE = 4_000;

  private final Map<String, Integer> tooLong = new TreeMap<>();

  private Room() {}

  /** One issue for each text there is no room for. */
  static List<Issue> issues(List<? extends Fact> facts, long line) {
    Room room = new Room();
    facts.forEach(room::look);
    List<Issue> issues = new ArrayList<>();
    room.tooLong.forEach((message, most) -> issues.add(issue(message, most, line)));
    return issues;
  }

  private static Issue issue(String message, int room, long line) {
    return new Issue(
        IssueCode.CODE_TOO_LONG,
        Location.line(line),
        "",
        message,
        "up to %d characters".formatted(room));
  }

  private void look(Fact fact) {
    look("programme key", fact.programme().code(), CODE);
    look("programme name", fact.programme().name(), NAME);
    look("text instead of a figure", missing(fact.figure()), LABEL);
    if (fact instanceof Assessment assessment) {
      look(assessment);
    } else if (fact instanceof IndicatorValue value) {
      look(value);
    } else if (fact instanceof Coverage coverage) {
      look(coverage);
    } else if (fact instanceof Budget budget) {
      look("source of funds", budget.fundingSource(), LABEL);
      look("note", budget.note(), PROSE);
    } else if (fact instanceof Distribution cell) {
      look("cell of the distribution", cell.printed(), LABEL);
    } else if (fact instanceof Finding finding) {
      look("subject", finding.subject(), NAME);
    }
  }

  private void look(Assessment fact) {
    look(fact.indicator());
    look("role", fact.printed().role(), LABEL);
    look("direction", fact.printed().direction(), LABEL);
    look("quality", fact.printed().quality(), LABEL);
    look("outcome of the intermediate goal", fact.printed().interim(), LABEL);
    look("six-year progress", fact.printed().progress(), LABEL);
    look("other criteria", fact.otherMarks(), PROSE);
    look("note", fact.note(), PROSE);
  }

  private void look(IndicatorValue fact) {
    look(fact.indicator());
    look("unit", fact.unit(), LABEL);
    look("goal", fact.goals().target().text(), NAME);
    look("note", fact.note(), PROSE);
  }

  private void look(Indicator indicator) {
    look("indicator number", indicator.number(), CODE);
    look("indicator name", indicator.name(), NAME);
    look("level", indicator.level(), LABEL / 2);
    look("frequency", indicator.frequency(), LABEL / 2);
    look("objective", indicator.objective(), PROSE);
    look("definition", indicator.definition(), PROSE);
  }

  private void look(Coverage fact) {
    look("unit", fact.unit(), LABEL);
    look("component", fact.component().name(), NAME / 2);
    look("definition", fact.definition(), PROSE);
    look("type of population", fact.populationType(), LABEL);
    look("source", fact.source(), PROSE);
    look("note", fact.note(), PROSE);
  }

  private void look(String what, String text, int room) {
    if (Texts.isLonger(text, room)) {
      tooLong.put(
          "The %s has %d characters; the warehouse has room for %d."
              .formatted(what, text.codePointCount(0, text.length()), room),
          room);
    }
  }

  private static String missing(Stated<BigDecimal> figure) {
    return figure.fold(given -> "", Stated.Missing::officialText);
  }
}
