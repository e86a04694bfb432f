package org.avance.feed.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.extract.Mojibake;
import org.avance.extract.OtherDelimiter;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.NearestWord;
import org.avance.issue.RefusedFile;

/**
 * Binds a plan to one file's heading: afterwards every origin is a column of the header or a
 * constant. What the heading lacks is gathered first, so that one refusal names all of it.
 */
final class Binder {
  private final Heading heading;
  private final Map<String, List<String>> printedByFolded = new HashMap<>();
  private final Set<String> missing = new TreeSet<>();
  private final Set<String> twice = new TreeSet<>();
  private final List<Issue> unreadable = new ArrayList<>();
  private final Map<String, SideTable> sides;

  /**
   * @param sides the side records of each lookup, by its name
   */
  Binder(Heading heading, Map<String, SideTable> sides) {
    this.heading = heading;
    this.sides = Map.copyOf(sides);
    for (String column : heading.columns()) {
      printedByFolded.computeIfAbsent(Texts.folded(column), key -> new ArrayList<>()).add(column);
    }
  }

  Mapping bind(MappingPlan plan) throws RefusedFile {
    List<FactPlan> facts = new ArrayList<>();
    for (FactPlan fact : plan.facts()) {
      melted(fact, plan.melt()).map(this::bound).forEach(facts::add);
    }
    MappingPlan bound =
        new MappingPlan(
            facts,
            plan.melt(),
            plan.key().stream().map(this::column).toList(),
            plan.filter().stream().map(this::bound).toList(),
            bound(plan.footing()),
            plan.missing(),
            plan.raggedRows());
    refuseWhatIsMissing();
    Mapping mapping = new Mapping(bound, heading.columns());
    Optional<Issue> incomparable =
        new FootingRows(bound.footing(), bound.missing()).fault(mapping.valueColumns());
    if (incomparable.isPresent()) {
      throw new RefusedFile(incomparable.get());
    }
    return mapping;
  }

  private FootingPlan bound(FootingPlan plan) {
    return new FootingPlan(
        plan.totals().stream().map(this::bound).toList(),
        plan.controls().stream()
            .map(
                control ->
                    new ControlPlan(
                        control.sumOf().isEmpty() ? "" : column(control.sumOf()),
                        control.printed().with(this::bound),
                        control.row().stream().map(this::bound).toList()))
            .toList());
  }

  private TotalsPlan bound(TotalsPlan totals) {
    Map<String, Origin> of = new LinkedHashMap<>();
    totals.of().forEach((column, origin) -> of.put(column(column), bound(origin)));
    return new TotalsPlan(totals.when().stream().map(this::bound).toList(), of);
  }

  private FactPlan bound(FactPlan fact) {
    FactPlan bound =
        fact.with(this::bound, this::bound)
            .distinctOn(fact.distinctOn().stream().map(this::column).toList());
    if (bound.words().containsKey(FactWords.YEAR)) {
      return bound;
    }
    if (heading.editionYear() == 0) {
      unreadable.add(noYear());
    }
    Map<FactWord<?>, Origin> words = new HashMap<>(bound.words());
    words.put(FactWords.YEAR, Origin.constant(String.valueOf(heading.editionYear())));
    return bound.withWords(words);
  }

  private Condition bound(Condition condition) {
    return new Condition(column(condition.column()), condition.test());
  }

  Origin bound(Origin origin) {
    return origin.with(bound(origin.source()), this::bound);
  }

  private Source bound(Source source) {
    if (source instanceof Source.Column column) {
      return new Source.Column(column(column.name()));
    }
    if (source instanceof Source.FileName fileName) {
      return constant(
          fileName.extract().refine(heading.fileName()), fileName.extract(), "file name");
    }
    if (source instanceof Source.HeaderCell cell) {
      Optional<String> found =
          Stream.concat(heading.preamble().stream(), heading.columns().stream())
              .flatMap(text -> cell.extract().within(Texts.folded(text)).stream())
              .findFirst();
      return constant(found, cell.extract(), "header");
    }
    if (source instanceof Source.Looked looked) {
      Lookup lookup = looked.lookup().with(this::bound);
      SideTable side = Objects.requireNonNull(sides.get(lookup.name()), lookup.name());
      return new Source.Joined(new Join(lookup, side), looked.column());
    }
    return source instanceof Source.Composed composed
        ? new Source.Composed(composed.parts().stream().map(this::bound).toList())
        : source;
  }

  private Source constant(Optional<String> text, Extract extract, String where) {
    if (text.isEmpty()) {
      unreadable.add(notStated(extract, where));
    }
    return new Source.Constant(text.orElse(""));
  }

  /** The name as the header prints it; noted where the header lacks it or has it twice. */
  String column(String name) {
    List<String> printed = printedByFolded.getOrDefault(Texts.folded(name), List.of());
    if (printed.isEmpty()) {
      missing.add(name);
      return name;
    }
    if (printed.size() > 1) {
      twice.add(name);
    }
    return printed.get(0);
  }

  /** A fact that takes something from melted columns, once for each of them; any other once. */
  private Stream<FactPlan> melted(FactPlan fact, Melt melt) {
    if (!(melt instanceof Melt.Columns columns) || !Melting.concerns(fact)) {
      return Stream.of(fact);
    }
    List<Melting> meltings = Melting.of(columns.pattern(), heading.columns());
    if (meltings.isEmpty()) {
      missing.add(columns.pattern().pattern());
    }
    return meltings.stream().map(each -> each.melted(fact));
  }

  void refuseWhatIsMissing() throws RefusedFile {
    if (!missing.isEmpty()) {
      throw new RefusedFile(lacking());
    }
    if (!twice.isEmpty()) {
      String names = listed(twice);
      throw new RefusedFile(
          fault(
              IssueCode.HEADER_DUPLICATE,
              "expected each column once, found more than one "
                  + names
                  + " in the header "
                  + listed(heading.columns())));
    }
    if (!unreadable.isEmpty()) {
      throw new RefusedFile(unreadable.get(0));
    }
  }

  private Issue lacking() {
    StringBuilder message = new StringBuilder("expected a column ");
    message.append(listed(missing)).append(", found the header ").append(listed(heading.columns()));
    for (String name : missing) {
      NearestWord.of(name, heading.columns())
          .ifPresent(
              near -> message.append("; for " + quoted(name) + ", is it " + quoted(near) + "?"));
    }
    message.append(otherDelimiter()).append(Mojibake.hint(heading.columns()));
    return fault(IssueCode.HEADER_NOT_FOUND, message.toString());
  }

  /** Where the whole header stands in one cell. */
  private String otherDelimiter() {
    Set<String> wanted = missing.stream().map(Texts::folded).collect(Collectors.toSet());
    return heading.columns().size() == 1
        ? OtherDelimiter.hint(
            heading.columns().get(0),
            names -> names.stream().map(Texts::folded).toList().containsAll(wanted))
        : "";
  }

  private Issue noYear() {
    return fault(
        IssueCode.FILE_NAME_UNREADABLE,
        "expected an edition that names a year, found none in the file name "
            + quoted(heading.fileName()));
  }

  private Issue notStated(Extract extract, String where) {
    boolean inName = where.equals("file name");
    return fault(
        inName ? IssueCode.FILE_NAME_UNREADABLE : IssueCode.HEADER_NOT_FOUND,
        "expected a %s of the pattern %s, found %s"
            .formatted(
                where,
                extract.pattern(),
                inName ? quoted(heading.fileName()) : listed(heading.columns())));
  }

  private static Issue fault(IssueCode code, String message) {
    return new Issue(code, Location.FILE, "", message, "");
  }

  private static String listed(Collection<String> names) {
    return Texts.listed(List.copyOf(names));
  }

  private static String quoted(String name) {
    return Texts.quoted(name);
  }
}
