package org.avance.operate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.avance.issue.IssueCode;
import org.avance.issue.NearestWord;
import org.avance.job.Waiving;
import org.avance.model.Delivery;
import org.avance.server.WarehouseServer;
import org.avance.warehouse.Quarantined;
import org.avance.warehouse.Query;

/** The records that were not loaded: looked at, written out, and closed for good. */
public final class QuarantineActs {
  private static final int EXAMPLES = 3;
  private static final int LONGEST_REASON = 1_000;
  private static final int LONGEST_NAME = 100;

  private QuarantineActs() {}

  /**
   * Deliveries with records in quarantine, the newest first.
   *
   * @param leftOff how many older deliveries there are
   */
  public record Listing(List<Quarantined.OfDelivery> deliveries, long leftOff) {
    public Listing {
      deliveries = List.copyOf(deliveries);
    }
  }

  /**
   * Which records are asked for.
   *
   * @param feed only of this feed; of all where empty
   * @param delivery only of this delivery; of all where 0
   * @param code only with a fault of this kind; of all where empty
   */
  public record Which(String feed, long delivery, String code) {
    private Quarantined.Which checked() {
      return new Quarantined.Which(feed, delivery, issueCode(code));
    }
  }

  /** Looks and changes nothing. */
  public static Listing list(Workplace place, Which which, int limit) {
    if (limit < 1) {
      throw new Refusal("expected --limit to be 1 or more, found " + limit);
    }
    Quarantined.Which checked = which.checked();
    Listing listing =
        Look.at(
            place,
            () -> new Listing(List.of(), 0),
            look -> {
              List<Quarantined.OfDelivery> found =
                  look.quarantined().list(checked, limit + 1, EXAMPLES);
              boolean more = found.size() > limit;
              return new Listing(
                  found.subList(0, Math.min(limit, found.size())),
                  more ? look.quarantined().deliveries(checked) - limit : 0);
            });
    if (listing.deliveries().isEmpty()) {
      RunList.mustBeKnown(place, which.feed());
    }
    return listing;
  }

  /**
   * One record with its text and all that is said of it.
   *
   * @throws Refusal where there is none of that number in quarantine
   */
  public static Quarantined.OneRecord show(Workplace place, long delivery, long record) {
    return Look.at(
        place,
        () -> {
          throw none(delivery, record, List.of());
        },
        look -> {
          look.mustBeUpToDate();
          Quarantined quarantined = look.quarantined();
          return quarantined
              .find(delivery, record)
              .orElseThrow(() -> none(delivery, record, quarantined.someOpen(delivery)));
        });
  }

  private static Refusal none(long delivery, long record, List<Long> open) {
    String there =
        open.isEmpty()
            ? "it has none that is open; `./avance quarantine list` names the deliveries that have"
            : "open are " + numbers(open);
    return new Refusal(
        "record %d of delivery %d is not in quarantine: %s".formatted(record, delivery, there));
  }

  private static String numbers(List<Long> records) {
    String first = records.stream().limit(9).map(String::valueOf).collect(Collectors.joining(", "));
    return records.size() > 9 ? first + ", …" : first;
  }

  /**
   * Hands on every open record with its faults, a row for each fault.
   *
   * @return how many rows there were
   * @throws Refusal where there is none, and no feed is called so
   */
  public static long export(Workplace place, Which which, Query.Answer answer) {
    Quarantined.Which checked = which.checked();
    long rows = Look.at(place, () -> 0L, look -> look.quarantined().export(checked, answer));
    if (rows == 0) {
      RunList.mustBeKnown(place, which.feed());
    }
    return rows;
  }

  /**
   * What is to be waived.
   *
   * @param records their numbers
   */
  public record Waiver(long delivery, String feed, List<Long> records) {
    public Waiver {
      records = List.copyOf(records);
    }
  }

  /**
   * What was waived.
   *
   * @param by who did
   */
  public record Waived(long delivery, String feed, long waived, String by, String reason) {}

  /** Told what is to be waived; true where it is to be done. */
  @FunctionalInterface
  public interface Asked {
    boolean goOn(Waiver scope);
  }

  /**
   * Closes open records that are to stay out of the warehouse for good.
   *
   * @param records their numbers; all open ones of the delivery where empty
   * @param code only those with a fault of this kind; all where empty
   * @param asked before anything is done
   * @return nothing where it was not to be done
   * @throws Refusal where there is no such delivery, or none of these records is open, or a process
   *     is at work on the feed
   */
  public static Optional<Waived> waive(
      Workplace place, long delivery, List<Long> records, String code, String reason, Asked asked) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refusal(
          "expected --reason to say why, in 1 to %d letters, found %d"
              .formatted(LONGEST_REASON, reason.strip().length()));
    }
    String checked = issueCode(code);
    try (WarehouseServer server = WarehouseServer.join(place.server())) {
      Waiving waiving = new Waiving(place.loads(server.endpoint()));
      Waiver scope = scope(waiving, delivery, records, checked);
      if (!asked.goOn(scope)) {
        return Optional.empty();
      }
      String by = who();
      Waiving.Outcome outcome =
          waiving.waive(scope.feed(), delivery, records, checked, by, reason.strip());
      if (!outcome.holder().isEmpty()) {
        throw new Refusal(
            "nothing was waived: another process is at work on the feed %s (%s); waive once it has ended"
                .formatted(scope.feed(), outcome.holder()));
      }
      return Optional.of(new Waived(delivery, scope.feed(), outcome.waived(), by, reason.strip()));
    }
  }

  private static Waiver scope(Waiving waiving, long delivery, List<Long> records, String code) {
    Delivery found =
        waiving
            .find(delivery)
            .orElseThrow(
                () ->
                    new Refusal(
                        "no delivery is numbered %d; `./avance quarantine list` names those with records in quarantine"
                            .formatted(delivery)));
    if (!Waiving.isSettled(found)) {
      throw new Refusal(
          "nothing was waived: delivery %d (%s) is %s: its load has not come to its end, and only that settles what is in quarantine; `run` goes on with it"
              .formatted(delivery, found.fileName(), found.status()));
    }
    List<Long> open = waiving.open(delivery, records, code);
    List<Long> others = records.stream().filter(each -> !open.contains(each)).toList();
    if (open.isEmpty() || !others.isEmpty()) {
      List<Long> all = waiving.open(delivery, List.of(), "");
      String asked = others.isEmpty() ? "such records" : "record " + numbers(others);
      String there = all.isEmpty() ? "none of its records is" : "open are " + numbers(all);
      String kind = code.isEmpty() ? "" : " with " + code;
      throw new Refusal(
          "nothing was waived: %s%s of delivery %d: not open in quarantine; %s"
              .formatted(asked, kind, delivery, there));
    }
    return new Waiver(delivery, found.feed(), open);
  }

  /** The user of the operating system. */
  private static String who() {
    String name = System.getProperty("user.name", "unknown");
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private static String issueCode(String word) {
    if (word.isEmpty()) {
      return "";
    }
    String code = word.toUpperCase(Locale.ROOT);
    List<String> known = java.util.Arrays.stream(IssueCode.values()).map(IssueCode::name).toList();
    if (!known.contains(code)) {
      String near =
          NearestWord.of(code, known).map(each -> "; did you mean %s?".formatted(each)).orElse("");
      throw new Refusal(
          "no kind of issue is named %s (docs/issues.md lists them)%s".formatted(word, near));
    }
    return code;
  }
}
