package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs for what was set aside, and for what is kept too long, as they are typed. */
final class AsideVerbsTest {
  @TempDir private static Path folder;
  private static Desk desk;

  /** A feed for each test, so that none stands in another's way. */
  @BeforeAll
  static void a_night() {
    desk = Desk.at(folder);
    desk.feed("rep")
        .file("rep/2020.csv", "E1,One,Personas,10,9", "E2,Two,Personas,pend,5")
        .file("rep/2021.csv", "E1,One,Personas,10,9");
    desk.feed("exp").file("exp/2020.csv", "X1,One,Personas,10,9", "X2,Two,Personas,=2,5");
    desk.feed("wai").file("wai/2020.csv", aGoodOneAndBadOnes(12));
    desk.feed("old").file("old/2020.csv", "O1,One,Personas,ten,9");
    assertThat(desk.says("run").exit()).isEqualTo(3);
  }

  private static String[] aGoodOneAndBadOnes(int bad) {
    return IntStream.rangeClosed(0, bad)
        .mapToObj(i -> "W%d,Name %d,Personas,%s,1".formatted(i, i, i == 0 ? "7" : "bad"))
        .toArray(String[]::new);
  }

  @Test
  void replay_waits_for_what_is_mended_and_asks() {
    long set = desk.delivery("rep/2020.csv");
    long clean = desk.delivery("rep/2021.csv");
    desk.refuses(
        "replay 999",
        "avance: replay 999: there is no delivery of this number; `files` lists them");
    desk.refuses(
        "replay --feed rap",
        "avance: no descriptor rap.yaml in DIR/jobs (see --jobs); there are exp, old, rep, wai; did you mean rep?");
    desk.refuses(
        "replay %d".formatted(set),
        "avance: replay %1$d: delivery %1$d (rep/2020.csv) has 1 open record in quarantine, but neither its descriptor nor the rulebook nor a side file has changed since it was loaded: mend what keeps them out first, or say --even-unchanged"
            .formatted(set));
    desk.refuses(
        "replay %d".formatted(clean),
        "avance: replay %1$d: delivery %1$d (rep/2021.csv) is PUBLISHED and has no open records in quarantine; `rerun` loads all of a delivery again"
            .formatted(clean));
    assertThat(desk.says("replay --feed rep"))
        .isEqualTo(
            new Said(
                0,
                "Nothing to replay.\n"
                    + Desk.sentence(
                        "    left: ",
                        "delivery %d (rep/2020.csv), 1 open: neither its descriptor nor the rulebook nor a side file has changed since it was loaded",
                        set),
                ""));
    desk.feed("rep", "missingValues: {pend: NOT_REPORTED}");
    String scope =
        """
        Loads 1 delivery again for 1 open record in quarantine:
        delivery  feed  file          open  because
        %-8d  rep   rep/2020.csv     1  its descriptor changed since
        """
            .formatted(set);
    assertThat(desk.says("replay --feed rep"))
        .isEqualTo(new Said(3, scope + Desk.NOTHING_DONE, ""));
    assertThat(desk.asked("yes\n", "replay --feed rep"))
        .isEqualTo(
            new Said(
                0,
                scope
                    + """
                    Go on? [y/N]
                    feed  file          read  staged  quarantined  skipped  outcome    seconds
                    rep   rep/2020.csv     2       2            0        0  PUBLISHED      0.0

                    Facts published
                    feed  file          new  changed  unchanged  ended
                    rep   rep/2020.csv    2        0          2      0
                    Delivery %d: 1 replayed, 0 still open.
                    """
                        .formatted(set),
                ""));
    assertThat(desk.says("replay --feed rep"))
        .isEqualTo(
            new Said(0, "Nothing to replay: no delivery has open records in quarantine.\n", ""));
  }

  @Test
  void replay_tells_a_program_what_stayed_open() {
    long set = desk.delivery("exp/2020.csv");
    Said said = desk.says("replay %d --even-unchanged --yes --json".formatted(set));
    assertThat(said.exit()).isZero();
    assertThat(said.err())
        .isEqualTo(
            """
            Loads 1 delivery again for 1 open record in quarantine:
            delivery  feed  file          open  because
            %-8d  exp   exp/2020.csv     1  unchanged, and loaded all the same
            """
                .formatted(set));
    assertThat(Desk.json(said))
        .isEqualTo(
            """
            {"items":[{"delivery":"%1$d PUBLISHED","open":1,"isReplayed":true,"why":"unchanged, and loaded all the same"}],\
            "done":true,"loads":["exp/2020.csv PUBLISHED"],"outcomes":[{"delivery":%1$d,"replayed":0,"stillOpen":1}],"unreadable":[]}"""
                .formatted(set));
  }

  @Test
  void waive_closes_what_is_named_and_asks_for_many() {
    long set = desk.delivery("wai/2020.csv");
    String waive = "quarantine waive %d ".formatted(set);
    String who = System.getProperty("user.name");
    desk.refuses(
        waive,
        "avance quarantine waive: Missing required option: '--reason=TEXT'\n(see avance quarantine waive --help)");
    desk.refuses(
        waive + "--reason ' '",
        "avance: expected --reason to say why, in 1 to 1000 letters, found 0");
    desk.refuses(
        "quarantine waive 999 --reason why",
        "avance: no delivery is numbered 999; `./avance quarantine list` names those with records in quarantine");
    desk.refuses(
        waive + "1 --reason why",
        "avance: nothing was waived: record 1 of delivery %d: not open in quarantine; open are 2, 3, 4, 5, 6, 7, 8, 9, 10, …"
            .formatted(set));
    desk.refuses(
        waive + "--code NUMBER_UNREDABLE --reason why",
        "avance: no kind of issue is named NUMBER_UNREDABLE (docs/issues.md lists them); did you mean NUMBER_UNREADABLE?");
    assertThat(desk.says(waive + "2 3 --reason agreed"))
        .as("named one by one")
        .isEqualTo(
            new Said(
                0,
                "2 records of delivery %d (wai) waived by %s: agreed\n".formatted(set, who),
                ""));
    desk.sql("UPDATE quarantine SET status = 'OPEN' WHERE delivery_id = " + set);
    String scope =
        "12 open records of delivery %d (wai) are to be waived: they stay out of the warehouse.\n"
            .formatted(set);
    assertThat(desk.says(waive + "--reason agreed"))
        .isEqualTo(new Said(3, scope + Desk.NOTHING_DONE, ""));
    assertThat(open(set)).isEqualTo("12");
    assertThat(desk.asked("s\n", waive + "--reason agreed"))
        .isEqualTo(
            new Said(
                0,
                scope
                    + "Go on? [y/N]\n12 records of delivery %d (wai) waived by %s: agreed\n"
                        .formatted(set, who),
                ""));
    assertThat(open(set)).isEqualTo("0");
    desk.refuses(
        waive + "--reason agreed",
        "avance: nothing was waived: such records of delivery %d: not open in quarantine; none of its records is"
            .formatted(set));
    desk.sql("UPDATE quarantine SET status = 'OPEN' WHERE delivery_id = " + set);
    Said json = desk.says(waive + "--reason ok --yes --json");
    assertThat(json.err()).isEqualTo(scope);
    assertThat(Desk.json(json))
        .isEqualTo(
            "{\"delivery\":%d,\"feed\":\"wai\",\"waived\":12,\"by\":\"%s\",\"reason\":\"ok\"}"
                .formatted(set, who));
  }

  private static String open(long delivery) {
    return desk.one(
        "SELECT COUNT(*) FROM quarantine WHERE status = 'OPEN' AND delivery_id = " + delivery);
  }

  @Test
  void export_writes_a_new_file_and_leaves_none_where_it_is_refused() throws Exception {
    String export = "quarantine export %s ".formatted(folder.resolve("open.csv"));
    desk.refuses(
        export + "--code nonsense",
        "avance: no kind of issue is named nonsense (docs/issues.md lists them)");
    desk.refuses(
        export + "--feed exq",
        "avance: no descriptor exq.yaml in DIR/jobs (see --jobs); there are exp, old, rep, wai; did you mean exp?");
    desk.refuses(
        "quarantine export %s".formatted(folder.resolve("no/where.csv")),
        "avance: expected a file in a folder that is there, found DIR/no/where.csv");
    assertThat(desk.says(export + "--feed exp"))
        .isEqualTo(new Said(0, "1 faults of 1 records written to DIR/open.csv.\n", ""));
    assertThat(Files.readString(folder.resolve("open.csv")))
        .isEqualTo(
            """
            feed,file_name,delivery_id,delivery_status,record_no,first_line,last_line,code,line,column_name,found,message,accepted,raw
            exp,exp/2020.csv,%d,PUBLISHED,2,3,3,NUMBER_UNREADABLE,3,Meta,'=2,"Meta: expected a number such as 1,234.5 but found ""=2""\","a number such as 1,234.5, or a missing word: NA, ND, NR","X2,Two,Personas,=2,5"
            """
                .formatted(desk.delivery("exp/2020.csv")));
    desk.refuses(export, "avance: expected a file that is not there yet, found DIR/open.csv");
    assertThat(Desk.json(desk.says(export.replace("open", "other") + "--feed exp --json")))
        .isEqualTo("{\"file\":\"DIR/other.csv\",\"records\":1,\"faults\":1}");
  }

  @Test
  void purge_counts_and_asks_before_it_removes() {
    LocalDate before = LocalDate.now(Clock.system(ZoneOffset.UTC)).minusDays(180);
    desk.refuses(
        "purge",
        "avance purge: Missing required option: '--older-than=AGE'\n(see avance purge --help)");
    for (String age : new String[] {"soon", "0d"}) {
      desk.refuses(
          "purge --older-than " + age,
          "avance: expected an age of at least one day, such as 180d, by --older-than; found "
              + age);
    }
    desk.refuses(
        "purge --older-than 180d --json",
        "avance: purge --json asks nothing: say --yes or --dry-run with it");
    assertThat(desk.says("purge --older-than 180d"))
        .isEqualTo(
            new Said(0, "Nothing to remove: nothing ended before %s.\n".formatted(before), ""));
    makeOld("old/2020.csv");
    String counts =
        """
        , of what ended before %s:
            1 executions, with their steps: 11 rows
            1 deliveries' issues: 1 rows
            1 deliveries' quarantine: 1 rows
            alerts that are over: 0 rows
            what serve noted of its processes and runs: 0 rows
        """
            .formatted(before);
    assertThat(desk.says("purge --older-than 180d --files --dry-run"))
        .isEqualTo(
            new Said(
                0,
                "Would be removed" + counts + "    1 archived files of rejected deliveries\n",
                ""));
    assertThat(desk.says("purge --older-than 180d"))
        .isEqualTo(new Said(3, "To be removed" + counts + Desk.NOTHING_DONE, ""));
    assertThat(Desk.json(desk.says("purge --older-than 180d --dry-run --json")))
        .isEqualTo(
            """
            {"before":"0000-00-00T00:00:00.000000000Z","dryRun":true,\
            "found":{"executions":1,"metadataRows":11,"deliveries":1,"issues":1,"quarantined":1,"alerts":0,"serveRows":0,"files":0},\
            "removed":{"executions":0,"metadataRows":0,"deliveries":0,"issues":0,"quarantined":0,"alerts":0,"serveRows":0,"files":0}}""");
    assertThat(desk.asked("y\n", "purge --older-than 180d"))
        .isEqualTo(new Said(0, "To be removed" + counts + "Go on? [y/N]\nRemoved" + counts, ""));
    assertThat(Desk.json(desk.says("purge --older-than 180d --files --yes --json")))
        .isEqualTo(
            """
            {"before":"0000-00-00T00:00:00.000000000Z","dryRun":false,\
            "found":{"executions":0,"metadataRows":0,"deliveries":0,"issues":0,"quarantined":0,"alerts":0,"serveRows":0,"files":1},\
            "removed":{"executions":0,"metadataRows":0,"deliveries":0,"issues":0,"quarantined":0,"alerts":0,"serveRows":0,"files":1}}""");
  }

  private static void makeOld(String file) {
    desk.sql(
        "UPDATE delivery SET received_at = '2020-01-01' WHERE file_name = '%s'".formatted(file));
    desk.sql(
        """
        UPDATE BATCH_JOB_EXECUTION SET CREATE_TIME = '2020-01-01', START_TIME = '2020-01-01',
          END_TIME = '2020-01-01', LAST_UPDATED = '2020-01-01'
        WHERE JOB_EXECUTION_ID = %d
        """
            .formatted(desk.run(file)));
  }
}
