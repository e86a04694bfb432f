package org.avance.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.avance.extract.RawRow;
import org.avance.extract.RawTable;
import org.avance.extract.container.Packing;
import org.avance.extract.container.Unpacked;
import org.avance.extract.csv.CsvTable;
import org.avance.feed.mapping.Lookup;
import org.avance.feed.mapping.MappingPlan;
import org.avance.feed.mapping.SideRecords;
import org.avance.feed.mapping.SideTable;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/** Reads the side files of a layout, whole, and keeps of them what its facts take. */
record SideReader(SideFiles files, Packing packing) {

  /** The side records of each lookup that facts take from, by its name. */
  Map<String, SideTable> read(MappingPlan plan) throws IOException, RefusedFile {
    Map<String, SideTable> tables = new HashMap<>();
    for (Map.Entry<Lookup, Set<String>> lookup : plan.lookups().entrySet()) {
      tables.put(lookup.getKey().name(), table(lookup.getKey(), List.copyOf(lookup.getValue())));
    }
    return tables;
  }

  private SideTable table(Lookup lookup, List<String> taken) throws IOException, RefusedFile {
    List<SideRecords> read = new ArrayList<>();
    for (String name : lookup.files()) {
      try {
        read.add(records(lookup, taken, name));
      } catch (RefusedFile e) {
        throw named(name, e.issue());
      }
    }
    return new SideTable(taken, read);
  }

  private SideRecords records(Lookup lookup, List<String> taken, String name)
      throws IOException, RefusedFile {
    Path file = files.find(name).orElseThrow(SideReader::absent);
    try (Unpacked unpacked = Unpacked.of(file, packing);
        RawTable table = CsvTable.open(unpacked.file(), lookup.dialect())) {
      SideRecords records = new SideRecords(lookup, taken, table.header());
      Optional<RawRow> row = table.next();
      while (row.isPresent()) {
        records.add(row.get());
        row = table.next();
      }
      return records;
    }
  }

  private static RefusedFile absent() {
    return new RefusedFile(
        new Issue(
            IssueCode.SIDE_FILE_UNREADABLE,
            Location.FILE,
            "",
            "expected it in the inbox, found no such file",
            "a file of that name"));
  }

  /** The same fault as one of the delivery, whose lines are not the side file's. */
  private static RefusedFile named(String name, Issue issue) {
    boolean ambiguous = issue.code() == IssueCode.SIDE_FILE_AMBIGUOUS;
    return new RefusedFile(
        new Issue(
            ambiguous ? issue.code() : IssueCode.SIDE_FILE_UNREADABLE,
            Location.FILE,
            issue.found(),
            "side file " + name + ": " + issue.message(),
            issue.accepted()));
  }
}
