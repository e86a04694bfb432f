package org.avance.extract.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Texts of numeric cells:
 *
 * <ul>
 *   <li>a number is its value, however it is formatted, to the 15 digits that spreadsheets keep,
 *       without exponent and groups;
 *   <li>one formatted as a date is {@code 2016-03-31}, with a time of day {@code
 *       2016-03-31T09:30:00}, and a time of day alone {@code 09:30:00};
 *   <li>an elapsed time ({@code [h]:mm}) stays the number of days that it is.
 * </ul>
 */
final class CellFormats {
  private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);

  /** Words between the parts of a date, such as those of {@code d "de" mmmm}. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.");

  private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)]");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final double LAST_DAY = 2_958_466;

  private final boolean since1904;
  private final List<Boolean> dates = new ArrayList<>();

  /**
   * @param since1904 whether days are counted from 1904 instead of 1900
   * @param formatIds number formats of the cell styles, by the styles' indexes
   * @param codes the workbook's own number formats by their ids; the others are built in
   */
  CellFormats(boolean since1904, List<Integer> formatIds, Map<Integer, String> codes) {
    this.since1904 = since1904;
    formatIds.forEach(id -> dates.add(isDate(id, codes)));
  }

  private static boolean isDate(int id, Map<Integer, String> codes) {
    String builtIn = BuiltinFormats.getBuiltinFormat(id);
    String code = codes.getOrDefault(id, builtIn == null ? "General" : builtIn);
    String bare = LITERAL.matcher(code).replaceAll("");
    return DateUtil.isADateFormat(id, bare)
        && !ELAPSED.matcher(bare.toLowerCase(Locale.ROOT)).find();
  }

  /**
   * The text of a numeric cell.
   *
   * @param style index of the cell's style; one that is unknown formats nothing
   */
  String text(double value, int style) {
    boolean date = style >= 0 && style < dates.size() && dates.get(style);
    return date && value >= 0 && value < LAST_DAY ? dateText(value) : number(value);
  }

  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(FIFTEEN_DIGITS);
    return rounded.stripTrailingZeros().toPlainString();
  }

  private String dateText(double value) {
    LocalDateTime moment = DateUtil.getLocalDateTime(value, since1904, true);
    if (value < 1) {
      return TIME.format(moment);
    }
    return dateText(moment);
  }

  static String dateText(LocalDateTime moment) {
    String date = DateTimeFormatter.ISO_LOCAL_DATE.format(moment);
    boolean midnight = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    return midnight ? date : date + "T" + TIME.format(moment);
  }
}
