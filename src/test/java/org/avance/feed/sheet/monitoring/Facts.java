package org.avance.feed.sheet.monitoring;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.avance.feed.mapping.MappedRecord;
import org.avance.feed.sheet.SheetReading;
import org.avance.feed.sheet.SheetSpecs;
import org.avance.issue.IssueCode;
import org.avance.model.Budget;
import org.avance.model.Coverage;
import org.avance.model.Fact;
import org.avance.model.Finding;
import org.avance.model.IndicatorValue;
import org.avance.model.Stated;

/** What a sheet states as fields with a name and a text, to compare what was printed and read. */
final class Facts {
  /** Issues that a sheet has exactly where it was printed with their cause. */
  private static final Set<IssueCode> DOUBTS =
      Set.of(IssueCode.RATIO_MISMATCH, IssueCode.STATEMENT_UNREAD, IssueCode.LETTER_FOREIGN);

  private Facts() {}

  static Map<String, String> of(SheetReading reading) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("programme", reading.identity().subject());
    fields.put("year", String.valueOf(reading.identity().year()));
    reading.records().stream()
        .map(MappedRecord::facts)
        .forEach(facts -> facts.forEach(fact -> add(fact, fields)));
    reading.records().stream()
        .flatMap(each -> each.issues().stream())
        .filter(issue -> DOUBTS.contains(issue.code()))
        .map(issue -> "issue " + issue.code() + " " + issue.where().column())
        .forEach(name -> fields.merge(name, "1", (one, more) -> one + more));
    return fields;
  }

  private static void add(Fact fact, Map<String, String> fields) {
    if (fact instanceof Coverage coverage) {
      add(coverage, fields);
    } else if (fact instanceof Budget budget) {
      String whose = budget.programme().code().isEmpty() ? "ramo" : "programme";
      fields.put(whose + " spent " + budget.year(), figure(budget.figure()));
      fields.put(whose + " prices " + budget.year(), prices(budget));
      fields.put(whose + " share " + budget.year(), after(budget.note()));
    } else if (fact instanceof IndicatorValue value) {
      String level = value.indicator().level();
      fields.put(level + " name", value.indicator().name());
      fields.put(level + " figure", figure(value.figure()));
      fields.put(level + " target", figure(value.goals().target().min()));
      fields.put(level + " unit", value.unit());
      fields.put(level + " status", value.printed().status());
    } else if (fact instanceof Finding finding) {
      String name = finding.type() + " " + finding.subject() + " " + finding.number();
      fields.put(name, finding.text());
      fields.put(name + " figure", figure(finding.figure()));
    }
  }

  private static void add(Coverage fact, Map<String, String> fields) {
    String name =
        fact.component().whole() ? fact.population() + " " + fact.sex() : fact.component().name();
    fields.put(name, figure(fact.figure()));
    fields.put(name + " unit", fact.unit());
    fields.put(name + " caveats", fact.caveats().toString());
    fields.put(name + " ratio", after(fact.note()));
    fields.put(name + " definition", fact.definition());
  }

  private static String prices(Budget budget) {
    return budget.prices().baseYear() == 0 ? "nominal" : "" + budget.prices().baseYear();
  }

  private static String figure(Stated<BigDecimal> figure) {
    return SheetSpecs.figure(figure);
  }

  private static String after(String note) {
    int colon = note.indexOf(": ");
    return colon < 0 ? note : note.substring(colon + 2);
  }
}
