package org.avance.feed.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.avance.feed.mapping.MappedRecord;
import org.avance.model.Footing;

/** The totals that a document prints and does not meet, in the words of the judge. */
public final class FootedSheet {
  private FootedSheet() {}

  public static List<String> unmet(SheetReading reading) {
    List<String> unmet = new ArrayList<>();
    for (MappedRecord record : reading.records()) {
      for (Footing.Printed total : record.footing().printed()) {
        BigDecimal found = sum(reading, total);
        if (!total.group().isEmpty() && found.compareTo(total.figure()) != 0) {
          unmet.add(
              "%s: the printed total is %s, its records add up to %s"
                  .formatted(total.name(), total.figure().toPlainString(), found.toPlainString()));
        }
      }
    }
    return unmet;
  }

  private static BigDecimal sum(SheetReading reading, Footing.Printed total) {
    return reading.records().stream()
        .flatMap(record -> record.footing().parts().stream())
        .filter(part -> isOf(part, total))
        .map(Footing.Part::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean isOf(Footing.Part part, Footing.Printed total) {
    return part.kind() == total.kind()
        && part.group().equals(total.group())
        && part.column().equals(total.column());
  }
}
