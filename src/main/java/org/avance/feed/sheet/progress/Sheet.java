package org.avance.feed.sheet.progress;

import java.util.List;
import java.util.Optional;
import org.avance.extract.sheettext.SheetText;
import org.avance.feed.sheet.SheetWords;

/**
 * A document cut into its parts.
 *
 * @param pieces in reading order
 * @param objectives in reading order
 */
record Sheet(List<Piece> pieces, Matrix matrix, List<Objective> objectives, Vocabularies words) {
  Sheet {
    pieces = List.copyOf(pieces);
    objectives = List.copyOf(objectives);
  }

  static Sheet of(SheetText text, SheetWords said) {
    Vocabularies words = Vocabularies.with(said.missing());
    List<Piece> pieces = Outline.of(PageFurniture.without(text.lines(), words));
    Matrix matrix =
        first(pieces, Part.DISTRIBUTION)
            .map(piece -> MatrixReader.read(piece.body(), words, said.missing()))
            .orElse(new Matrix(List.of(), List.of(), List.of()));
    return new Sheet(pieces, matrix, Objective.listed(ObjectiveBlock.of(pieces), words), words);
  }

  Optional<Piece> first(Part part) {
    return first(pieces, part);
  }

  private static Optional<Piece> first(List<Piece> pieces, Part part) {
    return pieces.stream().filter(piece -> piece.part() == part).findFirst();
  }
}
