package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.avance.extract.sheettext.SheetLine;

/**
 * A document cut by its headings, contact data left out.
 *
 * @param preamble what stands before the first heading
 * @param listed in reading order; a heading that is printed twice has two
 */
record Sections(List<SheetLine> preamble, List<Section> listed) {
  Sections {
    preamble = List.copyOf(preamble);
    listed = List.copyOf(listed);
  }

  /** The same, where a section that holds nothing but a word for a missing text is empty. */
  Sections without(Predicate<String> missing) {
    return new Sections(
        preamble,
        listed.stream()
            .map(each -> missing.test(each.prose().text()) ? each.emptied() : each)
            .toList());
  }

  /** All that stands under a heading; empty where the document has none of that name. */
  Optional<Section> find(Heading heading) {
    return listed.stream()
        .filter(section -> section.heading() == heading)
        .reduce(
            (first, next) ->
                new Section(
                    heading,
                    first.printed(),
                    first.at(),
                    Stream.concat(first.lines().stream(), next.lines().stream()).toList()));
  }

  /** What stands under several headings, in reading order. */
  List<SheetLine> lines(List<Heading> headings) {
    return listed.stream()
        .filter(section -> headings.contains(section.heading()))
        .flatMap(section -> section.lines().stream())
        .toList();
  }

  /** Everything but contact data. */
  Passage everything() {
    List<SheetLine> all = new ArrayList<>(preamble);
    listed.forEach(section -> all.addAll(section.lines()));
    return Passage.of(all);
  }
}
