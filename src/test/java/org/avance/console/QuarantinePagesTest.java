package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.avance.load.Ownership;
import org.avance.load.TestWarehouse;
import org.avance.operate.QuarantineActs;
import org.avance.operate.Refusal;
import org.junit.jupiter.api.Test;

/** What was set aside: whole pages, of the same night. */
final class QuarantinePagesTest {
  private static final Night NIGHT = Night.shared();

  @Test
  void quarantine_is_counted_once_for_each_kind_shown_and_exported() {
    QuarantineActs.Which all = new QuarantineActs.Which("", 0, "");
    QuarantineActs.Listing listing = QuarantineActs.list(NIGHT.place(), all, 20);
    assertThat(NIGHT.page(out -> QuarantinePage.print(listing, out)))
        .isEqualTo(
            """
            delivery 2, cov, cov/a2020.csv: 2 of 2 records open; the delivery is REJECTED
                NUMBER_UNREADABLE in Meta: 2 records
                    record 1, line 2: Meta: expected a number such as 1,234.5 but found "1 x"
                    record 2, line 3: Meta: expected a number such as 1,234.5 but found "\\u001b[31m"
                NUMBER_UNREADABLE in Atendida: 1 record
                    record 1, line 2: Atendida: expected a number such as 1,234.5 but found "-y"
            """);
    QuarantineActs.Listing overtaken =
        QuarantineActs.list(NIGHT.place(), new QuarantineActs.Which("", 1, ""), 20);
    assertThat(NIGHT.page(out -> QuarantinePage.print(overtaken, out)))
        .isEqualTo(
            """
            delivery 1, cov, cov/a2019.csv: 0 of 3 records open, 1 overtaken: nothing has to be done; the
            delivery is PUBLISHED
                NUMBER_UNREADABLE in Atendida: 1 record
                    record 2, line 3: Atendida: expected a number such as 1,234.5 but found "=2"
            """);
    var record = QuarantineActs.show(NIGHT.place(), 2, 2);
    assertThat(NIGHT.page(out -> QuarantinePage.print(record, out)))
        .isEqualTo(
            """
            record 2 of delivery 2, cov, cov/a2020.csv, line 3: OPEN
                text: E2,Two,Personas,\\u001b[31m,5
                NUMBER_UNREADABLE in Meta (ERROR): Meta: expected a number such as 1,234.5 but found
                "\\u001b[31m"
                    would be accepted: a number such as 1,234.5, or a missing word: NA, ND, NR
            """);
    Night.refuses(
        () -> QuarantineActs.show(NIGHT.place(), 2, 9),
        "record 9 of delivery 2 is not in quarantine: open are 1, 2");
    StringWriter csv = new StringWriter();
    CsvAnswer answer = new CsvAnswer(new PrintWriter(csv));
    assertThat(QuarantineActs.export(NIGHT.place(), new QuarantineActs.Which("cov", 1, ""), answer))
        .isOne();
    assertThat(csv.toString())
        .isEqualTo(
            """
            feed,file_name,delivery_id,delivery_status,record_no,first_line,last_line,code,line,column_name,found,message,accepted,raw
            cov,cov/a2019.csv,1,PUBLISHED,2,3,3,NUMBER_UNREADABLE,3,Atendida,'=2,"Atendida: expected a number such as 1,234.5 but found ""=2""\","a number such as 1,234.5, or a missing word: NA, ND, NR","E2,Two,Personas,200,=2"
            """);
  }

  @Test
  void waived_records_are_closed_with_who_and_why_unless_the_feed_is_at_work() throws Exception {
    Night.refuses(
        () -> QuarantineActs.waive(NIGHT.place(), 2, List.of(7L), "", "why", scope -> true),
        "nothing was waived: record 7 of delivery 2: not open in quarantine; open are 1, 2");
    Night.refuses(
        () ->
            QuarantineActs.waive(
                NIGHT.place(), 2, List.of(), "NUMBER_UNREDABLE", "why", scope -> true),
        "no kind of issue is named NUMBER_UNREDABLE (docs/issues.md lists them); did you mean NUMBER_UNREADABLE?");
    Night.refuses(
        () -> QuarantineActs.waive(NIGHT.place(), 2, List.of(), "", " ", scope -> true),
        "expected --reason to say why, in 1 to 1000 letters, found 0");
    assertThat(QuarantineActs.waive(NIGHT.place(), 2, List.of(), "", "why", scope -> false))
        .isEmpty();
    try (Ownership held = NIGHT.claim()) {
      assertThat(held).isNotNull();
      assertThatThrownBy(
              () -> QuarantineActs.waive(NIGHT.place(), 2, List.of(1L), "", "why", scope -> true))
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith(
              "nothing was waived: another process is at work on the feed cov (connection ");
    }
    assertThat(open()).isEqualTo(2);
    // What is waived of a load that has not come to its end would be forgotten by its restart.
    NIGHT
        .warehouse()
        .owner()
        .sql("UPDATE delivery SET status = 'JUDGED' WHERE delivery_id = 3")
        .update();
    Night.refuses(
        () -> QuarantineActs.waive(NIGHT.place(), 3, List.of(), "", "why", scope -> true),
        "nothing was waived: delivery 3 (cov/b2019.csv) is JUDGED: its load has not come to its end, and only that settles what is in quarantine; `run` goes on with it");
    try (Ownership held = NIGHT.claim()) {
      assertThat(held).isNotNull();
      assertThatThrownBy(
              () -> QuarantineActs.waive(NIGHT.place(), 3, List.of(), "", "why", scope -> true))
          .isInstanceOf(Refusal.class)
          .message()
          .matches(
              "nothing was waived: delivery 3 \\(cov/b2019.csv\\) is JUDGED: its load has not come to its end, and only that settles what is in quarantine; a process is at work on it \\(connection .*\\); waive once it has ended");
    }
    NIGHT
        .warehouse()
        .owner()
        .sql(
            """
            INSERT INTO quarantine_before (delivery_id, record_no, first_line, last_line, raw, status, closed_by, closed_under, reason)
            SELECT 3, 1, 2, 2, 'r', 'OPEN', '', '', ''
            """)
        .update();
    QuarantineActs.Listing unsettled =
        QuarantineActs.list(NIGHT.place(), new QuarantineActs.Which("", 3, ""), 20);
    assertThat(NIGHT.page(out -> QuarantinePage.print(unsettled, out)))
        .isEqualTo(
            """
            delivery 3, cov, cov/b2019.csv: its load has not come to its end, and only that settles its
            quarantine; records there before: 1
            """);
    NIGHT.warehouse().owner().sql("DELETE FROM quarantine_before").update();
    NIGHT
        .warehouse()
        .owner()
        .sql("UPDATE delivery SET status = 'PUBLISHED' WHERE delivery_id = 3")
        .update();
    NIGHT
        .warehouse()
        .owner()
        .sql(
            "INSERT INTO quarantine (delivery_id, record_no, first_line, last_line, raw) VALUES (3, 1, 2, 2, 'r')")
        .update();
    assertThat(QuarantineActs.waive(NIGHT.place(), 3, List.of(1L), "", "agreed", scope -> true))
        .map(QuarantineActs.Waived::waived)
        .contains(1L);
    assertThat(
            TestWarehouse.texts(
                NIGHT.warehouse().owner(),
                "SELECT CONCAT_WS(' ', status, closed_by, reason, closed_at > NOW() - INTERVAL 1 MINUTE) FROM quarantine WHERE delivery_id = 3"))
        .containsExactly("WAIVED " + System.getProperty("user.name") + " agreed 1");
    NIGHT.warehouse().owner().sql("DELETE FROM quarantine WHERE delivery_id = 3").update();
  }

  private static long open() {
    return NIGHT
        .warehouse()
        .owner()
        .sql("SELECT COUNT(*) FROM quarantine WHERE delivery_id = 2 AND status = 'OPEN'")
        .query(Long.class)
        .single();
  }
}
