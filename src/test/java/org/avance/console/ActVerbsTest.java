package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verbs that load or judge again and take back, as they are typed: all they say, what they ask, how
 * they end.
 */
final class ActVerbsTest {
  @TempDir private static Path folder;
  private static Desk desk;

  /** A feed for each test, so that none stands in another's way. */
  @BeforeAll
  static void a_night() {
    desk = Desk.at(folder);
    desk.feed("ret", "scope: edition")
        .file("ret/2020a.csv", "E1,One,Personas,10,9")
        .file("ret/2020b.csv", "E1,One,Personas,20,9", "E2,Two,Personas,5,5")
        .file("ret/2021.csv", "E1,One,Personas,12,9");
    desk.feed("cla").file("cla/2020.csv", "C1,One,Personas,10,9");
    desk.feed("rer", "scope: feed")
        .file("rer/2020.csv", "R1,One,Personas,10,9")
        .file("rer/2021.csv", "R1,One,Personas,11,9")
        .file("rer/2022.csv", "R1,One,Personas,ten,nine");
    desk.feed("bak")
        .file("bak/2019.csv", "B1,One,Personas,10,9")
        .file("bak/2021.csv", "B1,One,Personas,11,9");
    assertThat(desk.says("run").exit()).isEqualTo(3);
  }

  private static String status(long delivery) {
    return desk.one("SELECT status FROM delivery WHERE delivery_id = " + delivery);
  }

  @Test
  void retract_takes_back_what_is_published_once_it_is_told_to() {
    long wrong = desk.delivery("ret/2020b.csv");
    long rejected = desk.delivery("rer/2022.csv");
    desk.refuses(
        "retract %s".formatted(wrong),
        "avance retract: Missing required option: '--reason=TEXT'\n(see avance retract --help)");
    desk.refuses(
        "retract %s --reason ' '".formatted(wrong),
        "avance: retract %d: expected a reason, found none; see --reason".formatted(wrong));
    desk.refuses(
        "retract 999 --reason why",
        "avance: retract 999: there is no delivery of this number; `files` lists them");
    desk.refuses(
        "retract %s --reason why".formatted(rejected),
        "avance: retract %1$d: delivery %1$d (rer/2022.csv) is REJECTED; nothing of it is published that could be taken back. Only a PUBLISHED delivery can be taken back"
            .formatted(rejected));
    String scope =
        """
        Takes delivery %d back (ret, ret/2020b.csv, edition 2020): 3 facts of the warehouse are its own.
            asked what they state, from the archive: delivery %d (ret/2020a.csv, 1 record); takes about as
            long as loading that did
        """
            .formatted(wrong, desk.delivery("ret/2020a.csv"));
    assertThat(desk.says("retract %s --reason why".formatted(wrong)))
        .isEqualTo(new Said(3, scope + Desk.NOTHING_DONE, ""));
    assertThat(status(wrong)).isEqualTo("PUBLISHED");
    assertThat(desk.asked("sí\n", "retract %s --reason thousands".formatted(wrong)))
        .isEqualTo(
            new Said(
                0,
                scope
                    + "Go on? [y/N]\n"
                    + Desk.sentence(
                        "",
                        "Delivery %d (ret/2020b.csv) is taken back: of 3 facts that were its own or that it had ended, 1 are stated by others now, 2 by none. 3 judgements changed with them.",
                        wrong)
                    + "    asked again: delivery %d (ret/2020a.csv)\n"
                        .formatted(desk.delivery("ret/2020a.csv")),
                ""));
    assertThat(status(wrong)).isEqualTo("RETRACTED");
    assertThat(desk.says("retract %s --reason again".formatted(wrong)))
        .isEqualTo(
            new Said(
                0,
                Desk.sentence(
                    "",
                    "Delivery %1$d (ret/2020b.csv) was taken back before, because: thousands. Nothing to do; `rerun --delivery %1$d` loads it again.",
                    wrong),
                ""));
  }

  @Test
  void retract_tells_a_program_what_became_of_the_figures() {
    long only = desk.delivery("ret/2021.csv");
    Said said = desk.says("retract %s --reason why --yes --json".formatted(only));
    assertThat(said.exit()).isZero();
    assertThat(said.err())
        .as("the scope, where messages go")
        .isEqualTo(
            "Takes delivery %d back (ret, ret/2021.csv, edition 2021): 2 facts of the warehouse are its own.\n"
                .formatted(only));
    assertThat(Desk.json(said))
        .isEqualTo(
            """
            {"delivery":"%d PUBLISHED","reason":"why","facts":2,"endedSince":0,"done":true,"loadedAgain":[],\
            "restored":0,"ended":2,"judgements":2,"superseded":[],"refused":""}"""
                .formatted(only));
  }

  @Test
  void reclassify_judges_by_another_rulebook_and_says_that_loads_do_not() {
    desk.rulebook("other", "2020.2");
    Path other = folder.resolve("other");
    desk.refuses(
        "reclassify --rulebook 2019.1",
        "avance: reclassify --rulebook 2019.1: expected the version of a rulebook or a folder with a rulebook.yaml, found neither; below DIR/jobs/rules there are the versions 2020.1");
    Said unknown = desk.says("reclassify --feed clo");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err())
        .startsWith(
            "avance: reclassify --feed clo: the warehouse holds no figures of such a feed that a rulebook judges; there are ")
        .endsWith("; did you mean cla?\n");
    String scope =
        """
        Judges 2 figures of 1 feed anew, by rulebook 2020.2:
        feed  figures  judged by
        cla         2  2020.1
        Loads judge by the rulebook in jobs/rules, which is another one: what they touch is judged by that
        again. Put this one there for it to stand.
        """;
    assertThat(desk.says("reclassify --feed cla --rulebook %s".formatted(other)))
        .isEqualTo(new Said(3, scope + Desk.NOTHING_DONE, ""));
    assertThat(desk.says("reclassify --feed cla --rulebook %s --yes".formatted(other)))
        .isEqualTo(
            new Said(
                0,
                scope
                    + """
                    feed  looked at  changed  same, new version
                    cla           2        0                  2
                    """,
                ""));
    Said back = desk.says("reclassify --feed cla --yes --json");
    assertThat(back.err())
        .isEqualTo(
            """
            Judges 2 figures of 1 feed anew, by rulebook 2020.1:
            feed  figures  judged by
            cla         2  2020.2
            """);
    assertThat(Desk.json(back))
        .isEqualTo(
            """
            {"rulebook":"2020.1","isOfLoads":true,"feeds":[{"feed":"cla","figures":2,"rulebooks":["2020.2"]}],\
            "done":true,"outcomes":[{"feed":"cla","looked":2,"changed":0,"renewed":2,"reason":""}]}""");
    assertThat(desk.says("reclassify --feed cla --yes").out())
        .as("said again")
        .endsWith("cla           2        0                  0\n");
  }

  @Test
  void rerun_loads_what_was_accepted_and_asks_where_a_newer_edition_loses_its_place() {
    long newer = desk.delivery("rer/2021.csv");
    long older = desk.delivery("rer/2020.csv");
    long rejected = desk.run("rer/2022.csv");
    desk.refuses(
        "rerun",
        "avance rerun: expected the number of a run or --delivery with that of a delivery, found neither\n(see avance rerun --help)");
    desk.refuses(
        "rerun 1 --delivery 1",
        "avance rerun: expected the number of a run or --delivery with that of a delivery, found both\n(see avance rerun --help)");
    desk.refuses(
        "rerun 999", "avance: rerun 999: there is no run of this number; `runs` lists them");
    desk.refuses(
        "rerun --delivery 999",
        "avance: rerun --delivery 999: there is no delivery of this number; `files` lists them");
    desk.refuses(
        "rerun %s".formatted(rejected),
        "avance: rerun %d: delivery %d (rer/2022.csv) is REJECTED: nothing was accepted that could be loaded again; `run` loads it once its descriptor, the rulebook or a side file has changed"
            .formatted(rejected, desk.delivery("rer/2022.csv")));
    assertThat(desk.says("rerun %s".formatted(desk.run("rer/2021.csv"))))
        .isEqualTo(new Said(0, loaded("rer/2021.csv", 0, 2, 0, newer), ""));
    String scope =
        Desk.sentence(
            "",
            "Loads delivery %d again (rer, rer/2020.csv), edition 2020. But edition 2021 of the same scope is published already (rer/2021.csv, delivery %d): what both state will be as this one states it.",
            older,
            newer);
    assertThat(desk.says("rerun --delivery %s".formatted(older)))
        .isEqualTo(new Said(3, scope + Desk.NOTHING_DONE, ""));
    assertThat(desk.asked("y\n", "rerun --delivery %s".formatted(older)))
        .isEqualTo(
            new Said(0, scope + "Go on? [y/N]\n" + loaded("rer/2020.csv", 2, 0, 2, older), ""));
    Said json = desk.says("rerun --delivery %s --yes --json".formatted(older));
    assertThat(json.err()).isEqualTo(scope);
    assertThat(Desk.json(json))
        .isEqualTo(
            """
            {"delivery":"%1$d PUBLISHED","newer":"edition 2021 of the same scope is published already (rer/2021.csv, delivery %2$d)",\
            "done":true,"loads":["rer/2020.csv PUBLISHED"],"unreadable":[]}"""
                .formatted(older, newer));
  }

  private static String loaded(String file, int isNew, int unchanged, int ended, long delivery) {
    return """
           feed  file          read  staged  quarantined  skipped  outcome    seconds
           rer   %1$s     1       1            0        0  PUBLISHED      0.0

           Facts published
           feed  file          new  changed  unchanged  ended
           rer   %1$s    %2$d        0          %3$d      %4$d
           Load 2 of delivery %5$d: %2$d facts new, 0 changed, %3$d unchanged, %4$d ended.
           """
        .formatted(file, isNew, unchanged, ended, delivery);
  }

  @Test
  void backfill_says_of_each_edition_what_it_does_and_asks() {
    desk.file("bak/2022.csv", "B1,One,Personas,12,9");
    desk.refuses(
        "backfill --feed bak",
        "avance backfill: Missing required option: '--years=YEARS'\n(see avance backfill --help)");
    desk.refuses(
        "backfill --feed bak --years 2021..2019",
        "avance: expected years from the first to the last, such as 2019..2021, found \"2021..2019\"");
    desk.refuses(
        "backfill --feed bak --years all",
        "avance: expected years such as 2016..2021 or 2019, found \"all\"");
    desk.refuses(
        "backfill --feed bag --years 2019",
        "avance: no descriptor bag.yaml in DIR/jobs (see --jobs); there are bak, cla, rer, ret; did you mean bak?");
    String scope =
        """
        edition  file          delivery  status     act
        2019     bak/2019.csv  %s  PUBLISHED  rerun
        2021     bak/2021.csv  %s  PUBLISHED  rerun
        2022     bak/2022.csv                       load
        No file: 2020
        bak, editions of 2019 to 2022: 1 to load, 2 to rerun.
        """
            .formatted(column("bak/2019.csv"), column("bak/2021.csv"));
    assertThat(desk.says("backfill --feed bak --years 2019..2022 --dry-run"))
        .isEqualTo(new Said(0, scope + "Nothing was done: --dry-run.\n", ""));
    assertThat(desk.says("backfill --feed bak --years 2019..2022"))
        .isEqualTo(new Said(3, scope + Desk.NOTHING_DONE, ""));
    assertThat(desk.one("SELECT COUNT(*) FROM delivery WHERE file_name = 'bak/2022.csv'"))
        .isEqualTo("0");
  }

  private static String column(String file) {
    return "%8d".formatted(desk.delivery(file));
  }

  @Test
  void backfill_leaves_what_is_published_where_it_is_told_to() {
    desk.file("bak/2017.csv", "B1,One,Personas,7,7");
    assertThat(desk.says("backfill --feed bak --years 2017 --only-missing --yes"))
        .isEqualTo(
            new Said(
                0,
                """
                edition  file          delivery  status  act
                2017     bak/2017.csv                    load
                bak, editions of 2017: 1 to load.
                feed  file          read  staged  quarantined  skipped  outcome    seconds
                bak   bak/2017.csv     1       1            0        0  PUBLISHED      0.0

                Facts published
                feed  file          new  changed  unchanged  ended
                bak   bak/2017.csv    2        0          0      0
                """,
                ""));
    assertThat(desk.says("backfill --feed bak --years 2017 --only-missing"))
        .isEqualTo(
            new Said(
                0,
                """
                edition  file          delivery  status     act
                2017     bak/2017.csv  %s  PUBLISHED  leave
                    because: published
                bak, editions of 2017: 1 to leave.
                Nothing to do.
                """
                    .formatted(column("bak/2017.csv")),
                ""));
    Said json = desk.says("backfill --feed bak --years 2017 --yes --json");
    assertThat(json.err()).endsWith("bak, editions of 2017: 1 to rerun.\n");
    assertThat(Desk.json(json))
        .isEqualTo(
            """
            {"feed":"bak","firstYear":2017,"lastYear":2017,"brokenOff":"","items":[{"edition":"2017","editionYear":2017,\
            "fileName":"bak/2017.csv","delivery":%1$d,"status":"PUBLISHED","act":"RERUN","why":"published"}],\
            "yearsWithout":[],"done":true,"loads":["bak/2017.csv PUBLISHED"],"unreadable":[]}"""
                .formatted(desk.delivery("bak/2017.csv")));
    assertThat(desk.says("backfill --feed bak --years 2017 --dry-run"))
        .as("that one is through: this would be another")
        .isEqualTo(
            new Said(
                0,
                """
                edition  file          delivery  status     act
                2017     bak/2017.csv  %s  PUBLISHED  rerun
                bak, editions of 2017: 1 to rerun.
                Nothing was done: --dry-run.
                """
                    .formatted(column("bak/2017.csv")),
                ""));
  }
}
