package org.avance.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A population that a programme counts in a year. Natural key: programme, component (with unit),
 * year, population, sex, geography.
 *
 * @param component the whole programme or a part of it
 * @param unit unit of measure as printed, spaces trimmed; empty where none is
 * @param figure persons or whatever {@code unit} says
 * @param asOf cut-off date printed in the record
 * @param definition who is counted, as printed
 * @param populationType the agency's own type of population ("Persona física"), as printed
 * @param source the agency's stated source, as printed
 * @param note comments as printed
 * @param caveats what the document itself says against the figure
 */
public record Coverage(
    Programme programme,
    int year,
    PopulationKind population,
    Sex sex,
    Geography geography,
    Component component,
    String unit,
    Stated<BigDecimal> figure,
    Stated<LocalDate> asOf,
    String definition,
    String populationType,
    String source,
    String note,
    Set<Caveat> caveats,
    Set<String> assumed,
    String recordKey,
    String valueColumn)
    implements Fact {

  public Coverage {
    caveats = caveats.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(caveats));
    assumed = SortedWords.of(assumed);
  }

  @Override
  public FactKind kind() {
    return FactKind.COVERAGE;
  }
}
