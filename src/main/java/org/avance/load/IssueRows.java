package org.avance.load;

import java.util.List;
import org.avance.issue.Issue;

/**
 * Issues as rows of the table {@code issue}, each text cut to its column: a file's faults never
 * stop its being recorded.
 */
final class IssueRows {
  static final List<String> COLUMNS =
      List.of(
          "delivery_id",
          "record_no",
          "code",
          "severity",
          "line",
          "column_name",
          "found",
          "message",
          "accepted");

  private final long deliveryId;
  private final BulkRows rows;

  IssueRows(long deliveryId, BulkRows rows) {
    this.deliveryId = deliveryId;
    this.rows = rows;
  }

  void add(long record, Issue issue) {
    rows.add(
        deliveryId,
        record,
        issue.code(),
        issue.severity(),
        issue.where().line(),
        cut(issue.where().column(), 200),
        cut(issue.found(), 1000),
        cut(issue.message(), 2000),
        cut(issue.accepted(), 1000));
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
    return text.substring(0, end) + "…";
  }
}
