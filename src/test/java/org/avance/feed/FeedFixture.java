package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.avance.extract.RawRow;
import org.avance.feed.mapping.MappedRecord;
import org.avance.issue.Issue;
import org.avance.issue.RefusedFile;
import org.avance.model.Fact;
import org.avance.model.Footing;
import org.avance.model.Geography;
import org.avance.model.Programme;
import org.avance.model.Stated;

/** A feed and its files in a folder, and what the door makes of them, written as lines. */
final class FeedFixture {
  private final Path folder;

  FeedFixture(Path folder) {
    this.folder = folder;
  }

  /** A feed called {@code x}: what every descriptor needs, and these lines. */
  Feed feed(String... lines) {
    FeedCatalogue catalogue = catalogue(withHead(lines));
    assertThat(catalogue.faults()).isEmpty();
    return catalogue.feeds().get(0);
  }

  /** The faults of such a descriptor; its first own line is line 5. */
  List<String> faults(String... lines) {
    return faultsOf(withHead(lines));
  }

  List<String> faultsOf(String descriptor) {
    return catalogue(descriptor).faults().stream()
        .map(fault -> fault.toString().replace(folder + "/jobs/", ""))
        .toList();
  }

  /** Every record of a file {@code x_2020.csv}. */
  List<String> records(Feed feed, String... csv) {
    return recordsOf(feed, "x_2020.csv", csv);
  }

  List<String> recordsOf(Feed feed, String fileName, String... csv) {
    return recordsIn(feed, write(fileName, csv));
  }

  List<String> recordsIn(Feed feed, Path file) {
    try (OpenFile open = open(feed, file, file.getFileName().toString())) {
      List<String> records = new ArrayList<>();
      Optional<RawRow> row = open.next();
      while (row.isPresent()) {
        records.add(shown(open.map(row.get())));
        row = open.next();
      }
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RefusedFile e) {
      throw new AssertionError(e.issue().toString(), e);
    }
  }

  /** Code and message of a file's refusal. */
  String refusal(Feed feed, String fileName, String... csv) {
    return refusalOf(feed, write(fileName, csv));
  }

  String refusalOf(Feed feed, Path file) {
    String fileName = file.getFileName().toString();
    RefusedFile refused =
        catchThrowableOfType(RefusedFile.class, () -> open(feed, file, fileName).close());
    assertThat(refused).as("refused").isNotNull();
    return refused.issue().code() + " " + refused.issue().message();
  }

  /** With side files as they lie in the same folder. */
  private OpenFile open(Feed feed, Path file, String fileName) throws IOException, RefusedFile {
    return feed.open(file, fileName, SideFiles.below(folder));
  }

  Path write(String fileName, String... lines) {
    try {
      return Files.writeString(
          folder.resolve(fileName), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withHead(String... lines) {
    return "feed: x\ntitle: T\nagency: A\nfiles: '*.csv'\n" + String.join("\n", lines) + "\n";
  }

  FeedCatalogue catalogue(String descriptor) {
    try {
      Path jobs = Files.createDirectories(folder.resolve("jobs"));
      Files.writeString(jobs.resolve("x.yaml"), descriptor);
      return FeedCatalogue.read(jobs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole record: its fate, then facts, issues and numeric cells, each where there are any. */
  static String shown(MappedRecord record) {
    List<String> parts = new ArrayList<>();
    parts.add(record.fate().name());
    record.facts().stream().map(FeedFixture::shown).forEach(parts::add);
    record.issues().stream().map(FeedFixture::shown).forEach(parts::add);
    if (!record.cells().isEmpty()) {
      parts.add(
          record.cells().stream()
              .map(cell -> cell.column() + "=" + cell.value().toPlainString())
              .collect(Collectors.joining(" ", "cells ", "")));
    }
    record.footing().groups().forEach(each -> parts.add("in " + each.kind() + " " + each.text()));
    record.footing().printed().forEach(each -> parts.add(shown(each)));
    if (!record.takenOnce().isEmpty()) {
      parts.add("once " + new TreeSet<>(record.takenOnce()));
    }
    return String.join(" | ", parts);
  }

  private static String shown(Footing.Printed printed) {
    return "prints %d %s %s: %s=%s"
        .formatted(
            printed.kind(),
            printed.group(),
            printed.name(),
            printed.column(),
            printed.figure().toPlainString());
  }

  private static String shown(Issue issue) {
    return issue.code() + " line " + issue.where().line() + " " + issue.message();
  }

  /** Every component of the fact that says something; the kind's name first. */
  private static String shown(Fact fact) {
    return fact.kind().name().toLowerCase(Locale.ROOT) + components(fact);
  }

  private static String components(Object record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .map(component -> shown(component.getName(), value(component, record)))
        .collect(Collectors.joining());
  }

  private static String shown(String name, Object value) {
    if (value.equals(0) || value.equals(false)) {
      return "";
    }
    String text = text(value);
    Set<String> silent =
        Set.of("", "[]", "UNKNOWN", "YEAR", "NOMINAL", "whole", "BLANK", "NONE", "()");
    return silent.contains(text) || (name.equals("sex") && text.equals("TOTAL"))
        ? ""
        : " " + name + "=" + text;
  }

  private static String text(Object value) {
    if (value instanceof Programme it) {
      String code = it.codeSystem() + ":" + it.agencyCode() + "/" + it.code();
      String names = (it.name() + " of " + it.agencyName()).trim();
      return names.equals("of") ? code : code + " (" + names + ")";
    }
    if (value instanceof Stated<?> stated) {
      return stated.fold(
          FeedFixture::text,
          missing ->
              missing.officialText().isEmpty()
                  ? missing.reason().name()
                  : missing.reason() + " '" + missing.officialText() + "'");
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Geography place) {
      return place.code();
    }
    if (value instanceof org.avance.model.Component part) {
      return part.whole() ? "whole" : "part '" + part.name() + "'";
    }
    if (value instanceof org.avance.model.Period period) {
      return switch (period.type()) {
        case YEAR -> "YEAR";
        case YEAR_TO_DATE -> "to Q" + period.number();
        case QUARTER -> "Q" + period.number();
        case MONTH -> "M" + period.number();
      };
    }
    if (value instanceof org.avance.model.PriceBasis prices) {
      return prices.baseYear() == 0 ? "NOMINAL" : "of " + prices.baseYear();
    }
    if (value instanceof Record record) {
      return "(" + components(record).trim() + ")";
    }
    return value instanceof Set<?> set ? new TreeSet<>(set).toString() : value.toString();
  }

  private static Object value(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
