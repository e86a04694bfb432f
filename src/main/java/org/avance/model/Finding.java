package org.avance.model;

import java.math.BigDecimal;
import java.util.Set;

/**
 * One statement of a sheet in words. Natural key: programme, year, kind, subject, number.
 *
 * @param year year that the edition reports on
 * @param type what kind of statement
 * @param subject what it is about: a section's heading, an objective's number, an evaluation's
 *     code; empty where the kind says it all
 * @param number its number in the list as printed, else its place, from 1
 * @param text plain text without markup
 * @param figure percentage done of a commitment; missing for anything else
 */
public record Finding(
    Programme programme,
    int year,
    Geography geography,
    FindingKind type,
    String subject,
    int number,
    String text,
    Stated<BigDecimal> figure,
    Set<String> assumed,
    String recordKey,
    String valueColumn)
    implements Fact {

  public Finding {
    assumed = SortedWords.of(assumed);
  }

  @Override
  public FactKind kind() {
    return FactKind.FINDING;
  }
}
