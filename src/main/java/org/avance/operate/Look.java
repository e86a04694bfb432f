package org.avance.operate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.avance.job.FeedHolders;
import org.avance.job.LoadSettings;
import org.avance.model.FeedHolder;
import org.avance.model.IssueGroup;
import org.avance.server.Endpoint;
import org.avance.server.WarehouseServer;
import org.avance.warehouse.DeliveryDetails;
import org.avance.warehouse.Execution;
import org.avance.warehouse.ExecutionDetails;
import org.avance.warehouse.Executions;
import org.avance.warehouse.FactVersions;
import org.avance.warehouse.Freshness;
import org.avance.warehouse.IssueGroups;
import org.avance.warehouse.Pages;
import org.avance.warehouse.Quarantined;
import org.avance.warehouse.Readers;
import org.avance.warehouse.RecordIssue;
import org.avance.warehouse.Tables;
import org.avance.warehouse.Trace;

/**
 * A look at the warehouse that changes nothing in it. The account that loads reads what is not for
 * analysts: executions, issues, quarantine; all else is read as analysts read it.
 */
final class Look {
  static final Clock CLOCK = Clock.systemUTC();

  private final Workplace place;
  private final Endpoint there;
  private final Tables.State state;

  private Look(Workplace place, Endpoint there) {
    this.place = place;
    this.there = there;
    this.state =
        Tables.state(Readers.of(there.jdbcUrl(), there.etl().user(), there.etl().password()));
  }

  /** What is asked while the server is there. */
  interface Question<T> {
    T ask(Look look);
  }

  /**
   * Asks, unless nothing was ever loaded: no server is started and no schema made to say that.
   *
   * @param nothing the answer then
   */
  static <T> T at(Workplace place, Supplier<T> nothing, Question<T> question) {
    DatabaseActs.Status server = DatabaseActs.status(place);
    if (server.embedded() && !Files.isDirectory(Path.of(server.dataDirectory()))) {
      return nothing.get();
    }
    try (WarehouseServer joined = WarehouseServer.join(place.server())) {
      Look look = new Look(place, joined.endpoint());
      return look.state == Tables.State.NONE ? nothing.get() : question.ask(look);
    }
  }

  /** The tables that a question needs must have been brought up to this build. */
  void mustBeUpToDate() {
    if (state == Tables.State.OLDER) {
      throw new Refusal(
          "the warehouse is of an older build: expected the view v_quarantine, found none; `./avance run` brings the tables up to date");
    }
  }

  LoadSettings settings() {
    return place.loads(there);
  }

  Executions executions() {
    return new Executions(
        Readers.of(there.jdbcUrl(), there.etl().user(), there.etl().password()),
        CLOCK,
        ZoneId.systemDefault(),
        this::holder);
  }

  /** Of each feed the last execution that has ended; whoever holds feeds is none of these. */
  static List<Execution> lastEnded(Endpoint there) {
    return new Executions(
            Readers.of(there.jdbcUrl(), there.etl().user(), there.etl().password()),
            CLOCK,
            ZoneId.systemDefault(),
            feed -> Optional.empty())
        .lastEnded();
  }

  /** Who holds a feed now. */
  Optional<FeedHolder> holder(String feed) {
    return new FeedHolders(settings()).look(feed);
  }

  /** What a load of a feed that has come to its last step waits for; empty where it works. */
  Optional<String> turnOfAnother(String feed) {
    return new FeedHolders(settings()).turnOfAnother(feed);
  }

  ExecutionDetails executionDetails() {
    return new ExecutionDetails(
        Readers.of(there.jdbcUrl(), there.etl().user(), there.etl().password()),
        CLOCK,
        ZoneId.systemDefault());
  }

  Optional<DeliveryDetails> delivery(long delivery) {
    return DeliveryDetails.find(
        Readers.of(there.jdbcUrl(), there.bi().user(), there.bi().password()), delivery);
  }

  List<IssueGroup> issues(long delivery, int examples) {
    return issues(there).of(delivery, examples);
  }

  static IssueGroups issues(Endpoint there) {
    return new IssueGroups(Readers.of(there.jdbcUrl(), there.etl().user(), there.etl().password()));
  }

  List<RecordIssue> issuesOfLines(long delivery, long first, long last) {
    return RecordIssue.ofLines(
        Readers.of(there.jdbcUrl(), there.etl().user(), there.etl().password()),
        delivery,
        first,
        last);
  }

  long page(long delivery, long line) {
    return Pages.of(
        Readers.of(there.jdbcUrl(), there.etl().user(), there.etl().password()), delivery, line);
  }

  Quarantined quarantined() {
    return new Quarantined(Readers.of(there.jdbcUrl(), there.etl().user(), there.etl().password()));
  }

  List<Freshness.FeedAge> freshness(String feed) {
    return Freshness.list(
        Readers.of(there.jdbcUrl(), there.bi().user(), there.bi().password()), feed);
  }

  Trace trace() {
    return new Trace(Readers.of(there.jdbcUrl(), there.bi().user(), there.bi().password()));
  }

  List<FactVersions.Version> versions(String view, String key) {
    return FactVersions.of(
        Readers.of(there.jdbcUrl(), there.bi().user(), there.bi().password()), view, key);
  }
}
