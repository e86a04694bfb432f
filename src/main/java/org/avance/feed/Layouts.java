package org.avance.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.extract.RawTable;
import org.avance.extract.container.Packing;
import org.avance.extract.container.Unpacked;
import org.avance.feed.descriptor.Layout;
import org.avance.feed.descriptor.LayoutTest;
import org.avance.feed.descriptor.LayoutTest.FileNameIs;
import org.avance.feed.descriptor.LayoutTest.HeaderHas;
import org.avance.feed.mapping.Heading;
import org.avance.feed.mapping.Mapping;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/**
 * Opens a file with the first of a feed's layouts that it has:
 *
 * <ul>
 *   <li>a layout known by the file name is not opened where that name is another;
 *   <li>one known by its header is opened with its own dialect, and closed again where the header
 *       lacks a column;
 *   <li>a layout without any test takes every file, and its refusal is the file's.
 * </ul>
 */
final class Layouts {
  private final Unpacked file;
  private final String fileName;
  private final int editionYear;
  private final SideReader sides;
  private final Packing packing;
  private final List<Unfit> unfit = new ArrayList<>();

  Layouts(Unpacked file, String fileName, int editionYear, SideReader sides, Packing packing) {
    this.file = file;
    this.fileName = fileName;
    this.editionYear = editionYear;
    this.sides = sides;
    this.packing = packing;
  }

  /** A layout that the file is not of: what that needs, and what was found instead. */
  private record Unfit(String layout, String needs, String found) {
    String inWords() {
      return "%s (%s%s)".formatted(layout, needs, found.isEmpty() ? "" : ", found " + found);
    }
  }

  OpenFile open(List<Layout> layouts) throws IOException, RefusedFile {
    for (Layout layout : layouts) {
      if (layout.when().isEmpty()) {
        return orElse(layout);
      }
      Optional<RawTable> table = tried(layout);
      if (table.isPresent()) {
        return bound(layout, table.get());
      }
    }
    throw new RefusedFile(
        new Issue(
            IssueCode.LAYOUT_UNKNOWN,
            Location.FILE,
            "",
            "expected a file of one of the layouts "
                + unfit.stream().map(Unfit::inWords).collect(Collectors.joining("; ")),
            layouts.stream().map(Layout::name).collect(Collectors.joining(", "))));
  }

  /** By the layout that takes what is none of the others. */
  private OpenFile orElse(Layout layout) throws IOException, RefusedFile {
    try {
      return bound(layout, table(layout));
    } catch (RefusedFile e) {
      throw unfit.isEmpty() ? e : new RefusedFile(inNone(layout, e.issue()));
    }
  }

  /** The fault may well be that it is none of the others, so they are told first. */
  private Issue inNone(Layout last, Issue fault) {
    String others =
        unfit.stream()
            .map(each -> each.layout() + " " + each.needs())
            .collect(Collectors.joining(", "));
    return new Issue(
        fault.code(),
        fault.where(),
        fault.found(),
        "of the layouts, %s; so it was read as %s: %s"
            .formatted(others, last.name(), fault.message()),
        fault.accepted());
  }

  /** The open table; empty, with the reason noted, where the file is not of this layout. */
  private Optional<RawTable> tried(Layout layout) throws IOException {
    for (LayoutTest test : layout.when()) {
      if (test instanceof FileNameIs name && !name.pattern().matcher(fileName).matches()) {
        return unfit(layout, "needs a file name like " + name.pattern(), fileName);
      }
    }
    RawTable table;
    try {
      table = table(layout);
    } catch (RefusedFile e) {
      return unfit(layout, String.valueOf(e.getMessage()), "");
    }
    List<String> lacking = lacking(layout, table.header());
    if (lacking.isEmpty()) {
      return Optional.of(table);
    }
    table.close();
    return unfit(layout, "needs " + Texts.listed(lacking), Texts.listed(table.header()));
  }

  private Optional<RawTable> unfit(Layout layout, String needs, String found) {
    unfit.add(new Unfit(layout.name(), needs, found));
    return Optional.empty();
  }

  private RawTable table(Layout layout) throws IOException, RefusedFile {
    return layout.format().open(file.file(), packing.limits());
  }

  private OpenFile bound(Layout layout, RawTable table) throws IOException, RefusedFile {
    try {
      List<String> preamble =
          table.preamble().stream().flatMap(row -> row.cells().stream()).toList();
      Heading heading = new Heading(fileName, editionYear, preamble, table.header());
      Mapping mapping = layout.mapping().bind(heading, sides.read(layout.mapping()));
      return new OpenTable(table, mapping, layout.name(), file);
    } catch (IOException | RefusedFile | RuntimeException e) {
      table.close();
      throw e;
    }
  }

  private static List<String> lacking(Layout layout, List<String> header) {
    Set<String> found = header.stream().map(Texts::folded).collect(Collectors.toSet());
    return layout.when().stream()
        .filter(HeaderHas.class::isInstance)
        .flatMap(test -> ((HeaderHas) test).columns().stream())
        .filter(column -> !found.contains(Texts.folded(column)))
        .toList();
  }
}
