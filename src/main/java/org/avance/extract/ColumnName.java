package org.avance.extract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How column names are compared: agencies print the same name with other accents and spaces. */
public final class ColumnName {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private ColumnName() {}

  /** The name without accents and invisible characters, in lower case, runs of spaces as one. */
  public static String normalised(String printed) {
    String visible = INVISIBLE.matcher(printed).replaceAll("");
    String plain =
        ACCENTS.matcher(Normalizer.normalize(visible, Normalizer.Form.NFD)).replaceAll("");
    return SPACES.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
