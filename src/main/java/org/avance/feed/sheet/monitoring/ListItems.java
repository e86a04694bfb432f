package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a list whose items are glued into one paragraph: {@code 1.First. 2.Second.}
 *
 * <ul>
 *   <li>Items are numbered from 1 without a gap; a number that is not the next one is part of the
 *       text ({@code artículo 5. La ley}).
 *   <li>A number begins the text, or follows the end of a sentence, or its item without a space.
 *   <li>What stands before the first number, or all of a text without numbers, is one item with the
 *       number 0.
 * </ul>
 */
final class ListItems {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d.,])(?<number>\\d{1,2}) ?[.)] ?(?=[\\p{Lu}¿¡\"“(])");
  private static final Pattern ENDED = Pattern.compile("[.;:)?!”\"] ?$");

  private ListItems() {}

  /** One item; its number is 0 where none is printed. */
  record Item(int number, Passage text) {

    /** True where a number begins a sentence within it: it may be the next item's, misprinted. */
    boolean isDoubtful() {
      Matcher marker = NUMBER.matcher(text.text());
      while (marker.find()) {
        if (ENDED.matcher(text.text().substring(0, marker.start())).find()) {
          return true;
        }
      }
      return false;
    }
  }

  static List<Item> of(Passage list) {
    List<Item> items = new ArrayList<>();
    Matcher marker = NUMBER.matcher(list.text());
    int number = 0;
    int from = 0;
    while (marker.find()) {
      if (Integer.parseInt(marker.group("number")) == number + 1 && begins(list, marker)) {
        add(items, number++, list.part(from, marker.start()));
        from = marker.end();
      }
    }
    add(items, number, list.part(from, list.text().length()));
    return items;
  }

  private static boolean begins(Passage list, Matcher marker) {
    return marker.start() == 0
        || !marker.group().endsWith(" ")
        || ENDED.matcher(list.text().substring(0, marker.start())).find();
  }

  private static void add(List<Item> items, int number, Passage text) {
    if (!text.isEmpty()) {
      items.add(new Item(number, text));
    }
  }
}
