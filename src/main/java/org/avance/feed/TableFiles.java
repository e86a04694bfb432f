package org.avance.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.extract.container.Unpacked;
import org.avance.feed.descriptor.Descriptor;
import org.avance.feed.mapping.FactPlan;
import org.avance.feed.trust.Scope;
import org.avance.issue.RefusedFile;
import org.avance.model.FactKind;

/** Tables: their names state the edition, the descriptor the scope. */
record TableFiles(Descriptor descriptor) implements Content {

  @Override
  public Set<FactKind> kinds() {
    return descriptor.layouts().stream()
        .flatMap(layout -> layout.mapping().facts().stream())
        .map(FactPlan::kind)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<String> notes() {
    return descriptor.layouts().stream()
        .flatMap(layout -> layout.mapping().missing().leftOut().stream())
        .distinct()
        .collect(Collectors.collectingAndThen(Collectors.toList(), TableFiles::noteOf));
  }

  private static List<String> noteOf(List<String> leftOut) {
    return leftOut.isEmpty()
        ? List.of()
        : List.of(
            "`missingValues` takes the place of the usual words: %s would be no missing value"
                .formatted(String.join(", ", leftOut)));
  }

  @Override
  public List<String> sideFiles() {
    return descriptor.layouts().stream()
        .flatMap(layout -> layout.mapping().lookups().keySet().stream())
        .flatMap(lookup -> lookup.files().stream())
        .distinct()
        .toList();
  }

  @Override
  public Edition edition(String fileName) throws RefusedFile {
    return Editions.of(descriptor.edition(), fileName);
  }

  @Override
  public Arrival arrival(Path file, String fileName) throws RefusedFile {
    Edition edition = edition(fileName);
    return new Arrival(edition, scope(edition));
  }

  private String scope(Edition edition) {
    Scope scope = descriptor.scope();
    return switch (scope) {
      case EDITION -> "edition " + edition.text();
      case FEED -> scope.name().toLowerCase(Locale.ROOT);
      case DOCUMENT, NONE -> "";
    };
  }

  @Override
  public OpenFile open(Path file, String fileName, SideFiles sides)
      throws IOException, RefusedFile {
    int year = edition(fileName).year();
    Unpacked unpacked = Unpacked.of(file, descriptor.packing());
    try {
      SideReader reader = new SideReader(sides, descriptor.packing());
      return new Layouts(unpacked, fileName, year, reader, descriptor.packing())
          .open(descriptor.layouts());
    } catch (IOException | RefusedFile | RuntimeException e) {
      unpacked.close();
      throw e;
    }
  }
}
