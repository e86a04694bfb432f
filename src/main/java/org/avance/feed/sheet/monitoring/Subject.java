package org.avance.feed.sheet.monitoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.avance.extract.sheettext.SheetLine;
import org.avance.model.Caveat;
import org.avance.model.Component;
import org.avance.model.Coverage;
import org.avance.model.Finding;
import org.avance.model.FindingKind;
import org.avance.model.Geography;
import org.avance.model.MissingReason;
import org.avance.model.PopulationKind;
import org.avance.model.Programme;
import org.avance.model.Sex;
import org.avance.model.Stated;

/**
 * Whose sheet it is and of which year; what all of its facts share.
 *
 * @param assumed what the sheet does not say itself, among it that it is about the whole nation
 */
record Subject(Programme programme, int year, Set<String> assumed) {
  static final Stated<LocalDate> NO_DATE = Stated.missing(MissingReason.BLANK, "");
  static final Stated<BigDecimal> NO_FIGURE = Stated.missing(MissingReason.BLANK, "");

  Subject {
    assumed = Set.copyOf(assumed);
  }

  /** The ramo as a whole. */
  Programme branch() {
    return new Programme(
        programme.codeSystem(), programme.agencyCode(), "", "", programme.agencyName());
  }

  /** A statement in words; stands under the column of its kind. */
  Finding finding(FindingKind type, String about, int number, String text) {
    return finding(type, about, number, text, NO_FIGURE);
  }

  Finding finding(
      FindingKind type, String about, int number, String text, Stated<BigDecimal> figure) {
    return new Finding(
        programme,
        year,
        Geography.NATION,
        type,
        about,
        number,
        text,
        figure,
        assumed,
        "",
        type.officialLabel());
  }

  /** The same as a piece of its own. */
  Piece piece(List<SheetLine> lines, FindingKind type, String about, int number, String text) {
    return Piece.of(lines, finding(type, about, number, text));
  }

  /** What a coverage figure counts. */
  record Counted(PopulationKind population, Sex sex, Component component, String unit) {}

  Coverage coverage(Counted counted, Stated<BigDecimal> figure, Remarks remarks, String column) {
    return new Coverage(
        programme,
        year,
        counted.population(),
        counted.sex(),
        Geography.NATION,
        counted.component(),
        counted.unit(),
        figure,
        NO_DATE,
        remarks.definition(),
        "",
        "",
        remarks.note(),
        remarks.caveats(),
        assumed,
        "",
        column);
  }

  /** What the sheet says beside a coverage figure. */
  record Remarks(String definition, String note, Set<Caveat> caveats) {
    static final Remarks NONE = new Remarks("", "", Set.of());
  }
}
