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
import org.avance.model.LoadExecution;
import org.avance.model.LoadResult;
import org.avance.model.ReplayItem;
import org.avance.model.TrialResult;
import org.avance.operate.Ask;
import org.avance.operate.Backfill;
import org.avance.operate.DatabaseActs;
import org.avance.operate.FeedActs;
import org.avance.operate.FeedDraft;
import org.avance.operate.FeedTrial;
import org.avance.operate.Reclassify;
import org.avance.operate.Recover;
import org.avance.operate.Replay;
import org.avance.operate.Rerun;
import org.avance.operate.Restart;
import org.avance.operate.Retract;
import org.avance.operate.Run;
import org.avance.warehouse.Holding;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example under each heading of docs/json.md has the very keys that the verb prints. */
final class JsonShapesTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("## (.+)\n(?:(?!## ).*\n)*?```json\n((?:.*\n)*?)```");

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
            List.of(new Holding("f", "coverage", 1, "2018", 1))));
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
        new Retract.Report(delivery(), "r", 1, true, List.of(), 1, 1, 1, List.of(), "n"));
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
        new LoadExecution(12, "f", "d", "n", 1, 0, "FAILED", "publish", "b", "e", 12);
    FeedHolder holder = new FeedHolder(17, "h", 26, "UPDATE", FeedHolder.Life.GONE);
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
            List.of(new FeedActs.Summary("f", "t", "a", "coverage", "*.csv")), List.of("wrong")));
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
