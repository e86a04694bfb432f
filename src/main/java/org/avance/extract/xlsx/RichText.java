package org.avance.extract.xlsx;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.issue.RefusedFile;

/** Texts as workbooks write them: in runs, and with characters escaped as {@code _x000D_}. */
final class RichText {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private RichText() {}

  /** The runs of the element that starts here, joined, up to its end; readings are left out. */
  static String read(XmlPart part, String element) throws IOException, RefusedFile {
    StringBuilder text = new StringBuilder();
    int readings = 0;
    while (part.next() && !part.ends(element)) {
      if (part.starts("rPh")) {
        readings++;
      } else if (part.ends("rPh")) {
        readings--;
      } else if (part.starts("t")) {
        String run = part.text();
        text.append(readings == 0 ? run : "");
      }
    }
    return unescaped(text.toString());
  }

  static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPE
            .matcher(text)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(escape.group(1), 16))))
        : text;
  }
}
