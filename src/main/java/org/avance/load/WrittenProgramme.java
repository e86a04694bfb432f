package org.avance.load;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.avance.model.Label;

/**
 * A programme of which indicators are stated or known, as it is written there.
 *
 * @param owner how it is written, to the letter
 * @param label what tells it from others, however it is written
 * @param statements how many are of it
 * @param isKnown whether the warehouse writes it so, not the delivery
 */
record WrittenProgramme(String owner, String label, long statements, boolean isKnown) {
  /** Of system, agency and programme, as they are written, a count and whether it is known. */
  static WrittenProgramme of(ResultSet row, int number) throws SQLException {
    List<String> parts = List.of(row.getString(1), row.getString(2), row.getString(3));
    String label = parts.stream().map(Label::normal).collect(Collectors.joining("|"));
    String owner =
        HexFormat.of()
            .withUpperCase()
            .formatHex(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8));
    return new WrittenProgramme(owner, label, row.getLong(4), row.getBoolean(5));
  }
}
