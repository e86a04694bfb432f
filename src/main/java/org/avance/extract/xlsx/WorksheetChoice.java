package org.avance.extract.xlsx;

import java.util.regex.Pattern;
import org.avance.extract.ColumnName;

/** Which worksheet of a workbook is read; of several it may be, the first that has the header. */
public sealed interface WorksheetChoice {

  /** Whether a worksheet may be it. */
  boolean takes(String name, boolean hidden);

  /** The worksheet expected, in words for a message. */
  String describe();

  /** Any that is not hidden. */
  record Visible() implements WorksheetChoice {
    @Override
    public boolean takes(String name, boolean hidden) {
      return !hidden;
    }

    @Override
    public String describe() {
      return "a visible worksheet";
    }
  }

  /** The one of this name, hidden or not; compared as {@link ColumnName} does. */
  record Named(String wanted) implements WorksheetChoice {
    @Override
    public boolean takes(String name, boolean hidden) {
      return ColumnName.normalised(name).equals(ColumnName.normalised(wanted));
    }

    @Override
    public String describe() {
      return "the worksheet `" + wanted + "`";
    }
  }

  /** Those whose stripped names match as a whole, hidden or not. */
  record Matching(Pattern pattern) implements WorksheetChoice {
    @Override
    public boolean takes(String name, boolean hidden) {
      return pattern.matcher(name.strip()).matches();
    }

    @Override
    public String describe() {
      return "a worksheet whose name matches `" + pattern + "`";
    }
  }
}
