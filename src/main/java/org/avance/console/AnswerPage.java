package org.avance.console;

import org.avance.warehouse.Query;

/** An answer being printed. */
interface AnswerPage extends Query.Answer {
  /** After the last row. */
  void end();
}
