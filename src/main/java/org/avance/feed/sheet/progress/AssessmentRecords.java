package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.feed.sheet.SheetRecords;
import org.avance.issue.IssueCode;
import org.avance.model.Footing;

/** A record for each indicator, and what each adds to the totals of the distribution. */
record AssessmentRecords(Sheet sheet, Document document) {

  void addTo(SheetRecords records) {
    FocusDeduction focus = new FocusDeduction(sheet.matrix());
    for (Objective objective : sheet.objectives()) {
      List<Optional<Movements.Way>> moved =
          Movements.of(
              Narratives.of(objective.block()),
              objective.slots().stream().map(Slot::name).toList());
      AssessmentMaker maker = new AssessmentMaker(sheet.words(), document, focus, objective);
      for (int i = 0; i < objective.slots().size(); i++) {
        if (objective.slots().get(i).name().isEmpty()) {
          nameless(objective, i, records);
        } else {
          AssessmentMaker.Made made = maker.make(i, moved.get(i));
          records.add(
              objective.block().lines(), List.of(made.fact()), made.issues(), parts(objective, i));
        }
      }
      if (objective.slots().isEmpty()) {
        nothing(objective, records);
      }
    }
  }

  /** Values without a name can't be kept: a name is what an indicator is known by. */
  private void nameless(Objective objective, int indicator, SheetRecords records) {
    String number = objective.slots().get(indicator).number();
    Faults faults = new Faults();
    faults.add(
        IssueCode.SHEET_PART_LACKING,
        objective.block().row(Part.INDICATORS).map(Piece::line).orElse(0L),
        Part.INDICATORS.title(),
        "",
        "expected the name of indicator %s between its neighbours but found none; what is printed of it is not loaded"
            .formatted(number),
        number + " and a name");
    records.add(objective.block().lines(), List.of(), faults.listed(), parts(objective, indicator));
  }

  private void nothing(Objective objective, SheetRecords records) {
    Faults faults = new Faults();
    faults.add(
        IssueCode.SHEET_PART_LACKING,
        objective.block().lines().get(0).number(),
        Part.INDICATORS.title(),
        "",
        "%s: expected a row of indicators but found none; what is printed of them is not loaded"
            .formatted(objective.block().name()),
        "a row such as Indicadores, 1.1 and a name");
    List<Footing.Part> parts =
        Classes.classes(objective, sheet.words()).stream().map(Totals::inClass).toList();
    records.add(
        objective.block().lines(),
        List.of(),
        faults.listed(),
        new Footing(List.of(), List.of(), parts));
  }

  /** Each indicator counts itself; the first of an objective counts all classes that it prints. */
  private Footing parts(Objective objective, int indicator) {
    List<Footing.Part> parts = new ArrayList<>(List.of(Totals.indicator()));
    if (indicator == 0) {
      Classes.classes(objective, sheet.words()).forEach(each -> parts.add(Totals.inClass(each)));
    }
    return new Footing(List.of(), List.of(), parts);
  }
}
