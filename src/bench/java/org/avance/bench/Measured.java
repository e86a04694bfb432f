package org.avance.bench;

/**
 * One run of one line of the table.
 *
 * @param line which line
 * @param rows what it brought into the warehouse
 * @param seconds from start to end
 * @param client CPU and memory of the process that loads; of the floor its own thread alone
 * @param server what the database server used meanwhile
 */
record Measured(String line, long rows, double seconds, Use client, Use server) {
  double rowsASecond() {
    return rows / seconds;
  }
}
