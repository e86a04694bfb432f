package org.avance.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.extract.container.Packing;
import org.avance.extract.container.Unpacked;
import org.avance.extract.sheettext.SheetText;
import org.avance.extract.sheettext.SheetTexts;
import org.avance.feed.descriptor.SheetLayouts;
import org.avance.feed.sheet.Recognition;
import org.avance.feed.sheet.SheetIdentity;
import org.avance.feed.sheet.SheetLayout;
import org.avance.feed.sheet.SheetWords;
import org.avance.issue.RefusedFile;
import org.avance.model.FactKind;

/** Whole documents: each says itself what it is, whatever its name. */
record SheetFiles(SheetWords words, Packing packing) implements Content {

  @Override
  public Set<FactKind> kinds() {
    return layouts().stream()
        .flatMap(layout -> layout.kinds().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<String> sideFiles() {
    return List.of();
  }

  @Override
  public Edition edition(String fileName) {
    return Edition.BY_ARRIVAL;
  }

  @Override
  public Arrival arrival(Path file, String fileName) throws IOException, RefusedFile {
    SheetText text = text(file);
    SheetIdentity identity = layout(text).read(text, words).identity();
    return new Arrival(
        new Edition(identity.edition(), identity.year()),
        "document " + identity.subject() + " " + identity.edition());
  }

  @Override
  public OpenFile open(Path file, String fileName, SideFiles sides)
      throws IOException, RefusedFile {
    SheetText text = text(file);
    SheetLayout layout = layout(text);
    return new OpenSheet(text, layout.read(text, words), layout.name());
  }

  private SheetText text(Path file) throws IOException, RefusedFile {
    try (Unpacked unpacked = Unpacked.of(file, packing)) {
      return SheetTexts.read(unpacked.file());
    }
  }

  private SheetLayout layout(SheetText text) throws RefusedFile {
    return new Recognition(SheetLayouts.ALL, words.layouts()).of(text);
  }

  private List<SheetLayout> layouts() {
    return SheetLayouts.ALL.stream()
        .filter(layout -> words.layouts().contains(layout.name()))
        .toList();
  }
}
