package org.avance.feed.sheet.progress;

import java.util.List;
import java.util.Set;
import org.avance.extract.sheettext.SheetText;
import org.avance.feed.sheet.SheetLayout;
import org.avance.feed.sheet.SheetReading;
import org.avance.feed.sheet.SheetWords;
import org.avance.issue.RefusedFile;
import org.avance.model.FactKind;

/**
 * The progress sheet of a plan's programme: its objectives and indicators in classes, and how the
 * indicators are distributed over them.
 *
 * <ul>
 *   <li>{@link PageFurniture} is taken out, {@link Outline} cuts the rest into parts;
 *   <li>each {@link Objective} is read row by row; {@link MatrixReader} reads the distribution;
 *   <li>{@link AssessmentRecords}, {@link DistributionRecords} and {@link ProseRecords} make facts
 *       of them, and say what does not go together.
 * </ul>
 */
public final class ProgressSheet implements SheetLayout {

  @Override
  public String name() {
    return "progress-sheet";
  }

  @Override
  public List<String> anchors() {
    return List.of("Distribución del avance de los indicadores");
  }

  @Override
  public Set<FactKind> kinds() {
    return Set.of(FactKind.ASSESSMENT, FactKind.DISTRIBUTION, FactKind.FINDING);
  }

  @Override
  public SheetReading read(SheetText text, SheetWords words) throws RefusedFile {
    Sheet sheet = Sheet.of(text, words);
    return new Reading(sheet, Document.of(sheet, words)).whole();
  }
}
