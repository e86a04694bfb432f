package org.avance.feed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.mapping.MappedRecord;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.Distribution;
import org.avance.model.DistributionClass;
import org.avance.model.Fact;
import org.avance.model.Finding;
import org.avance.model.FindingKind;
import org.avance.model.Geography;
import org.avance.model.IndicatorFocus;
import org.avance.model.MissingReason;
import org.avance.model.Programme;
import org.avance.model.RecordFate;
import org.avance.model.Stated;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final Programme PROGRAMME = new Programme("PEF", "51", "E045", "", "");
  private static final Stated<BigDecimal> NOTHING = Stated.missing(MissingReason.BLANK, "");

  private static MappedRecord record(Fact fact) {
    SheetRecords records = new SheetRecords();
    records.add(List.of(new SheetLine(0, 7, 7, "texto")), List.of(fact), List.of());
    return records.listed().get(0);
  }

  private static Distribution cell(String printed) {
    return new Distribution(
        PROGRAMME,
        2021,
        Geography.NATION,
        IndicatorFocus.TOTAL,
        DistributionClass.TOTAL,
        NOTHING,
        NOTHING,
        printed,
        Set.of(),
        "",
        "Total");
  }

  @Test
  void a_text_that_has_no_room_sets_its_piece_aside() {
    MappedRecord record = record(cell("x".repeat(201)));

    assertThat(record.fate()).isEqualTo(RecordFate.QUARANTINED);
    assertThat(record.issues())
        .containsExactly(
            new Issue(
                IssueCode.CODE_TOO_LONG,
                Location.line(7),
                "",
                "The cell of the distribution has 201 characters; the warehouse has room for 200.",
                "up to 200 characters"));
  }

  @Test
  void the_longest_that_fits_is_staged() {
    assertThat(record(cell("ñ".repeat(200))).fate()).isEqualTo(RecordFate.STAGED);
  }

  @Test
  void prose_may_be_as_long_as_it_is() {
    Finding narrative =
        new Finding(
            PROGRAMME,
            2021,
            Geography.NATION,
            FindingKind.NARRATIVE,
            "Objetivo 1",
            1,
            "palabra ".repeat(20_000),
            NOTHING,
            Set.of(),
            "",
            "texto");

    assertThat(record(narrative).fate()).isEqualTo(RecordFate.STAGED);
  }
}
