package org.avance.extract.sheettext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The lines of an HTML tree. White space is one space, as in a browser, and a no-break space stays.
 *
 * <p>Within a cell nothing ends the line. A row that has a table in it only arranges the page: its
 * cells are blocks.
 */
final class HtmlLines implements NodeFilter {
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "template", "noscript", "head", "title", "object", "iframe");

  private final Limits limits;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private HtmlTable table = new HtmlTable();
  private boolean inCell;
  private int preformatted;
  private long chars;

  HtmlLines(Limits limits) {
    this.limits = limits;
  }

  /** At most a line more than the limits allow, whatever the tree. */
  List<String> of(Element body) {
    body.filter(this);
    endLine();
    return lines;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (chars > limits.chars() || lines.size() > limits.lines()) {
      return FilterResult.STOP;
    }
    if (node instanceof TextNode piece) {
      append(piece.getWholeText());
    } else if (node instanceof Element element) {
      return opens(element);
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult opens(Element element) {
    String name = element.normalName();
    if (UNSEEN.contains(name) || isHidden(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    switch (name) {
      case "br" -> breaks();
      case "table" -> {
        breaks();
        table = inCell ? table : new HtmlTable();
      }
      case "td", "th" -> opensCell(element);
      case "pre" -> {
        breaks();
        preformatted++;
      }
      default -> breaksAround(element);
    }
    return FilterResult.CONTINUE;
  }

  private void opensCell(Element cell) {
    breaks();
    inCell = inCell || isCell(cell);
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      closes(element);
    }
    return FilterResult.CONTINUE;
  }

  private void closes(Element element) {
    switch (element.normalName()) {
      case "td", "th" -> closesCell(element);
      case "tr" -> closesRow();
      case "pre" -> {
        breaks();
        preformatted--;
      }
      default -> breaksAround(element);
    }
  }

  private void closesCell(Element cell) {
    if (inCell) {
      inCell = false;
      table.add(text.toString().strip(), span(cell, "colspan"), span(cell, "rowspan"));
      text.setLength(0);
    } else {
      breaks();
    }
  }

  private void closesRow() {
    if (!inCell) {
      table.endRow().ifPresent(this::keep);
    }
  }

  /** Whether this is a cell of a row that holds no table; rows of such a row are never asked. */
  private static boolean isCell(Element cell) {
    Element row = cell.parent();
    return row != null && row.nameIs("tr") && row.selectFirst("table") == null;
  }

  private static int span(Element cell, String attribute) {
    String printed = cell.attr(attribute).strip();
    return printed.matches("[0-9]{1,4}") ? Math.max(1, Integer.parseInt(printed)) : 1;
  }

  private static boolean isHidden(Element element) {
    return element.hasAttr("hidden")
        || element
            .attr("style")
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s", "")
            .contains("display:none");
  }

  private void breaksAround(Element element) {
    if (element.isBlock()) {
      breaks();
    }
  }

  private void breaks() {
    if (inCell) {
      space();
    } else {
      endLine();
    }
  }

  private void append(String piece) {
    chars += piece.length();
    if (preformatted > 0 && !inCell) {
      appendLines(piece);
      return;
    }
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c <= ' ') {
        space();
      } else {
        text.append(c);
      }
    }
  }

  private void appendLines(String piece) {
    String[] parts = piece.split("\\R", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        keep(text.toString());
        text.setLength(0);
      }
      text.append(parts[i]);
    }
  }

  private void space() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  /** A line without text is none. */
  private void endLine() {
    String line = preformatted > 0 ? text.toString() : text.toString().strip();
    if (!line.isBlank()) {
      keep(line);
    }
    text.setLength(0);
  }

  private void keep(String line) {
    chars += line.length();
    lines.add(line);
  }
}
