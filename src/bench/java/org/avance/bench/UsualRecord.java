package org.avance.bench;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;

/** One record of the file as the usual job reads it, cells by their place. */
record UsualRecord(long line, FieldSet cells) {
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern FIGURE = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final String MISSING = "ND";

  boolean isGood() {
    return !programme().isEmpty()
        && YEAR.matcher(text(14)).matches()
        && (isMissing() || FIGURE.matcher(text(18)).matches());
  }

  boolean isMissing() {
    return text(18).equals(MISSING);
  }

  String programme() {
    return text(2);
  }

  String indicator() {
    return text(4);
  }

  boolean isStrategic() {
    String level = text(6);
    return level.equals("Fin") || level.equals("Propósito");
  }

  String objective() {
    return text(7);
  }

  String unit() {
    return text(9);
  }

  String direction() {
    return text(11);
  }

  BigDecimal baseline() {
    return new BigDecimal(text(12));
  }

  int baselineYear() {
    return cells.readInt(13);
  }

  int year() {
    return cells.readInt(14);
  }

  String target() {
    return text(15);
  }

  BigDecimal numerator() {
    return new BigDecimal(text(16));
  }

  BigDecimal denominator() {
    return new BigDecimal(text(17));
  }

  @Nullable BigDecimal figure() {
    return isMissing() ? null : new BigDecimal(text(18));
  }

  String note() {
    return text(19);
  }

  private String text(int cell) {
    return String.valueOf(cells.readString(cell));
  }
}
