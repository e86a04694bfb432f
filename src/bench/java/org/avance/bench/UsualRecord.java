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
        && YEAR.matcher(cells.readString(14)).matches()
        && (isMissing() || FIGURE.matcher(cells.readString(18)).matches());
  }

  boolean isMissing() {
    return cells.readString(18).equals(MISSING);
  }

  String programme() {
    return cells.readString(2);
  }

  String indicator() {
    return cells.readString(4);
  }

  boolean isStrategic() {
    String level = cells.readString(6);
    return level.equals("Fin") || level.equals("Propósito");
  }

  String objective() {
    return cells.readString(7);
  }

  String unit() {
    return cells.readString(9);
  }

  String direction() {
    return cells.readString(11);
  }

  BigDecimal baseline() {
    return cells.readBigDecimal(12);
  }

  int baselineYear() {
    return cells.readInt(13);
  }

  int year() {
    return cells.readInt(14);
  }

  String target() {
    return cells.readString(15);
  }

  BigDecimal numerator() {
    return cells.readBigDecimal(16);
  }

  BigDecimal denominator() {
    return cells.readBigDecimal(17);
  }

  @Nullable BigDecimal figure() {
    return isMissing() ? null : cells.readBigDecimal(18);
  }

  String note() {
    return cells.readString(19);
  }
}
