package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.IssueKind;
import org.avance.issue.Location;
import org.avance.model.BackfillItem;
import org.avance.model.Delivery;
import org.avance.model.DeliveryCounts;
import org.avance.model.DeliveryStatus;
import org.avance.model.FeedHolder;
import org.avance.model.IssueGroup;
import org.avance.model.LoadExecution;
import org.avance.model.LoadResult;
import org.avance.model.PurgeCounts;
import org.avance.model.ReplayItem;
import org.avance.model.TrialResult;
import org.avance.operate.Ask;
import org.avance.operate.Backfill;
import org.avance.operate.DatabaseActs;
import org.avance.operate.Doctor;
import org.avance.operate.FeedActs;
import org.avance.operate.FeedDraft;
import org.avance.operate.FeedTrial;
import org.avance.operate.FreshnessCheck;
import org.avance.operate.InboxList;
import org.avance.operate.PurgeActs;
import org.avance.operate.QuarantineActs;
import org.avance.operate.Reclassify;
import org.avance.operate.Recover;
import org.avance.operate.Replay;
import org.avance.operate.Rerun;
import org.avance.operate.Restart;
import org.avance.operate.Retract;
import org.avance.operate.Run;
import org.avance.operate.RunDetails;
import org.avance.operate.RunList;
import org.avance.operate.Schedules;
import org.avance.operate.Serve;
import org.avance.operate.TraceCell;
import org.avance.operate.Watching;
import org.avance.warehouse.DeliveryDetails;
import org.avance.warehouse.Execution;
import org.avance.warehouse.ExecutionDetails;
import org.avance.warehouse.FactVersions;
import org.avance.warehouse.Freshness;
import org.avance.warehouse.Holding;
import org.avance.warehouse.Quarantined;
import org.avance.warehouse.RecordIssue;
import org.avance.warehouse.Trace;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example under each heading of docs/json.md has the very keys that the verb prints. */
final class JsonShapesTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("## (.+)\n(?:(?!## ).*\n)*?```json\n((?:.*\n)*?)```");

  private static final IssueGroup ISSUES =
      new IssueGroup("c", "ERROR", "c", 1, List.of(new IssueGroup.Example(1, "f", "m", "a")));
  private static final RecordIssue FAULT = new RecordIssue("c", "ERROR", 1, "c", "f", "m", "a");
  private static final RunDetails.AsNow AS_NOW = new RunDetails.AsNow(true, true, "v");
  private static final Execution RUN =
      new Execution(1, "j", "f", "n", "e", 1, 0, "s", "e", 1.5, "PUBLISHED", 1, 0, 1, 0, 0);
  private static final DeliveryDetails DELIVERY =
      new DeliveryDetails(
          1,
          "f",
          "n",
          "d",
          1,
          "e",
          "s",
          "l",
          "PUBLISHED",
          0,
          "d",
          "r",
          "t",
          "t",
          new DeliveryCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
          0,
          List.of("reason"));

  @Test
  void run() throws IOException {
    Delivery delivery =
        new Delivery(
            1,
            "f",
            "n",
            "d",
            "2018",
            2018,
            "edition 2018",
            DeliveryStatus.REJECTED,
            0,
            "d",
            "r",
            new DeliveryCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
            List.of("reason"));
    LoadResult load =
        new LoadResult(
            "f",
            "n",
            LoadResult.Outcome.REJECTED,
            List.of(delivery),
            Map.of("NUMBER_UNREADABLE", 1L),
            List.of("reason"),
            1);
    agrees(
        "run",
        new Run.Report(
            List.of(load),
            1,
            List.of(delivery),
            List.of("a"),
            List.of("b"),
            List.of("c"),
            List.of("d"),
            List.of(new Holding("f", "coverage", 1, "2018", 1)),
            true,
            List.of(new Run.DeliveryIssues(1, List.of(ISSUES)))));
  }

  @Test
  void looks() throws IOException {
    agrees("runs", new RunList.Report(List.of(RUN), 1));
    agrees(
        "show",
        new RunDetails.Report(
            RUN,
            "c",
            List.of(2L),
            List.of(new ExecutionDetails.Step("s", "C", "t", 1.5, 1, 1, 0)),
            List.of(DELIVERY),
            List.of(AS_NOW),
            List.of(ISSUES),
            "l",
            List.of("l"),
            List.of(new RunDetails.Advice("c", "e"))));
    agrees(
        "files",
        new InboxList.Report(
            List.of(new InboxList.FileState("f", "f", "new", 1, 1, "s", "e", "n")), List.of("d")));
    Freshness.Missing missing = new Freshness.Missing("e", "d", 1, 1, "f", "s");
    agrees(
        "freshness",
        new FreshnessCheck.Report(
            List.of(
                new Freshness.FeedAge(
                    "f", true, "YEAR", 1, "f", "e", "p", 1, "n", true, List.of(missing)))));
  }

  @Test
  void traces() throws IOException {
    TraceCell.Origin origin =
        new TraceCell.Origin(
            "",
            DELIVERY,
            AS_NOW,
            1,
            1,
            "s",
            0,
            "a",
            List.of("h"),
            List.of(new TraceCell.Line(1, 1, "r")),
            "n",
            List.of(FAULT));
    TraceCell.Traced traced =
        new TraceCell.Traced(
            "k",
            Map.of("year", "2020"),
            List.of(new TraceCell.PrintedClass("progress", "p", "p", "c", "r", "s")),
            "v",
            List.of(origin),
            List.of(new FactVersions.Version("p", "1", "m", 1, "f", 1, "f", "t")));
    agrees(
        "trace",
        new TraceCell.Report(
            "v",
            "k",
            1,
            List.of(new TraceCell.Choice("k", Map.of("year", "2020"))),
            List.of(traced),
            List.of(new Trace.Unmet("c", "v", List.of("d"))),
            List.of(new FactVersions.Version("p", "1", "m", 1, "f", 1, "f", "t"))));
  }

  @Test
  void quarantine() throws IOException {
    Quarantined.Kind kind =
        new Quarantined.Kind("c", "c", 1, List.of(new Quarantined.Example(1, 1, "f", "m")));
    agrees(
        "quarantine list",
        new QuarantineActs.Listing(
            List.of(new Quarantined.OfDelivery(1, "f", "f", "s", 1, 1, 0, 0, 0, List.of(kind))),
            0,
            List.of(new Quarantined.Unsettled(1, "f", "f", 1))));
    agrees(
        "quarantine show",
        new Quarantined.OneRecord(1, "f", "f", 1, 1, 1, "s", "c", "c", "r", "r", List.of(FAULT)));
    agrees("quarantine export", new QuarantineVerb.Exported("f", 1, 1));
    agrees("quarantine waive", new QuarantineActs.Waived(1, "f", 1, "b", "r"));
  }

  @Test
  void replay() throws IOException {
    agrees(
        "replay",
        new Replay.Report(
            List.of(new ReplayItem(delivery(), 1, true, "w")),
            true,
            List.of(),
            List.of(new Replay.Outcome(1, 1, 0)),
            List.of("u")));
  }

  @Test
  void retract() throws IOException {
    agrees(
        "retract",
        new Retract.Report(delivery(), "r", 1, 1, true, List.of(), 1, 1, 1, List.of(), "n"));
  }

  @Test
  void reclassify() throws IOException {
    agrees(
        "reclassify",
        new Reclassify.Report(
            "v",
            true,
            List.of(new Reclassify.Scope("f", 1, List.of("v"))),
            true,
            List.of(new Reclassify.Outcome("f", 1, 1, 1, ""))));
  }

  @Test
  void acts() throws IOException {
    Delivery delivery = delivery();
    List<LoadResult> loads = List.of(load(delivery));
    List<String> unreadable = List.of("n: can't be read");
    LoadExecution run =
        new LoadExecution(12, "f", "d", "n", 1, 0, "FAILED", "publish", "b", "e", 12, "vm:4711");
    FeedHolder holder = new FeedHolder(17, "a", "h", 26, "UPDATE", FeedHolder.Life.GONE);
    agrees("restart", new Restart.Report(List.of(run), List.of("why"), true, loads, unreadable));
    agrees("recover", new Recover.Report(run, true, List.of(holder)));
    agrees("rerun", new Rerun.Report(delivery, "newer", true, loads, unreadable));
    BackfillItem item =
        new BackfillItem("2018", 2018, "n", 1, "PUBLISHED", BackfillItem.Act.RERUN, "published");
    agrees(
        "backfill",
        new Backfill.Report(
            "f", 2016, 2018, "b", List.of(item), List.of(2016), true, loads, unreadable));
  }

  private static LoadResult load(Delivery delivery) {
    return new LoadResult(
        "f",
        "n",
        LoadResult.Outcome.PUBLISHED,
        List.of(delivery),
        Map.of("NUMBER_UNREADABLE", 1L),
        List.of("reason"),
        1);
  }

  private static Delivery delivery() {
    return new Delivery(
        1,
        "f",
        "n",
        "d",
        "2018",
        2018,
        "edition 2018",
        DeliveryStatus.PUBLISHED,
        1,
        "d",
        "r",
        new DeliveryCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        List.of("reason"));
  }

  @Test
  void feeds() throws IOException {
    agrees(
        "feed list, feed check",
        new FeedActs.Report(
            List.of(new FeedActs.Summary("f", "t", "a", "coverage", "*.csv")),
            List.of("wrong"),
            List.of(new FeedActs.Note("f", "n"))));
  }

  @Test
  void trial() throws IOException {
    Issue issue =
        new Issue(IssueCode.NUMBER_UNREADABLE, Location.cell(3, "Atendidos"), "5 mil", "m", "a");
    StringWriter out = new StringWriter();
    JsonStream stream = new JsonStream(new PrintWriter(out), "everyIssue");
    stream.item(issue);
    stream.end(
        new FeedTrial.Report(
            List.of("fault"),
            List.of(trialResult()),
            List.of(new IssueKind(issue.code(), "Atendidos", 1, List.of(issue)))));
    agrees("feed try", out.toString());
  }

  private static TrialResult trialResult() {
    BigDecimal ten = BigDecimal.TEN;
    return new TrialResult(
        "f",
        "n",
        "",
        "2023",
        2023,
        "edition",
        List.of(new TrialResult.Binding("programme", List.of("Clave"))),
        List.of("Nota"),
        List.of(
            new TrialResult.FactLine(
                "coverage", 2, Map.of("programme_code", "S243", "figure", "12500"))),
        new DeliveryCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        List.of(new TrialResult.ColumnSums("Atendidos", 5, ten, ten, ten, ten, ten)),
        2,
        List.of("reason"),
        List.of("note"));
  }

  @Test
  void draft() throws IOException {
    agrees("feed new", new FeedDraft.Report("f", "p", 1, "t"));
  }

  @Test
  void queries() throws IOException {
    agrees("queries", List.of(new Ask.Question("n", "e", "e")));
  }

  @Test
  void database() throws IOException {
    agrees(
        "db status, db start, db stop",
        new DatabaseActs.Status(true, true, true, 1, "u", "c", "d", "v", 1, List.of(1L)));
    agrees("db backup, db restore", new DatabaseActs.BackupFile("f"));
    agrees(
        "db init",
        new DatabaseActs.Init(
            "u",
            "v",
            List.of("s"),
            List.of(new DatabaseActs.InitAccount("owner", "a", true, "p")),
            List.of("A=b")));
    agrees("db grant", new DatabaseActs.Readers(List.of("a")));
  }

  @Test
  void purge() throws IOException {
    PurgeCounts counts = new PurgeCounts(1, 1, 1, 1, 1, 1, 1, 1);
    agrees("purge", new PurgeActs.Report("2026-01-01T00:00:00Z", true, counts, counts));
  }

  @Test
  void doctor() throws IOException {
    agrees("doctor", new Doctor.Report(List.of(new Doctor.Check("s", "act", "f", "r"))));
  }

  @Test
  void serve() throws IOException {
    agrees("serve", new Serve.Event("t", "loaded", "f", "n", "PUBLISHED", 1.5, "", "n PUBLISHED"));
  }

  @Test
  void schedule() throws IOException {
    agrees(
        "schedule",
        new Schedules.Report(
            List.of(
                new Schedules.Feed(
                    "f", "s", "z", "last", "d", List.of("n"), "", "c", "b", "e", "r")),
            List.of(new Schedules.Server("p", "s", "t")),
            List.of("fault")));
  }

  @Test
  void alerts() throws IOException {
    agrees(
        "alert test",
        new Watching.Trial(List.of(new Watching.Tried("mail", "h:25 to a@b", false, "why"))));
  }

  private static void agrees(String verb, Object printed) throws IOException {
    StringWriter out = new StringWriter();
    Json.print(printed, new PrintWriter(out));
    agrees(verb, out.toString());
  }

  private static void agrees(String verb, String json) throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs/json.md")));
    while (example.find()) {
      if (example.group(1).equals(verb)) {
        assertThat(keys(example.group(2))).isEqualTo(keys(json));
        return;
      }
    }
    throw new AssertionError("docs/json.md has no example for: " + verb);
  }

  private static Set<String> keys(String json) {
    Set<String> keys = new TreeSet<>();
    collect("", JsonMapper.shared().readTree(json), keys);
    return keys;
  }

  private static void collect(String path, JsonNode node, Set<String> keys) {
    if (!path.isEmpty()) {
      keys.add(path + " " + node.getNodeType());
    }
    if (node.isArray()) {
      node.forEach(item -> collect(path + "[]", item, keys));
    }
    node.forEachEntry((name, value) -> collect(path + "." + name, value, keys));
  }
}
