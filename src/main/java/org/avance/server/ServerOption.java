package org.avance.server;

import java.lang.management.ManagementFactory;
import java.util.List;

/** One option of the embedded server and why it has its value; both are written to its my.cnf. */
record ServerOption(String name, String value, String why) {
  static final String CHARACTER_SET = "utf8mb4";
  static final String COLLATION = "utf8mb4_uca1400_ai_ci";

  private static final long MEBIBYTE = 1L << 20;

  /** What doesn't depend on the home: chosen for bulk loads that must survive a power cut. */
  static List<ServerOption> chosen(long machineMemoryBytes) {
    return List.of(
        new ServerOption("bind-address", ServerHome.HOST, "nobody from outside reaches the server"),
        new ServerOption(
            "socket", "", "TCP suffices; a home's path may exceed a socket's 107 bytes"),
        new ServerOption("ssl", "0", "never leaves this machine; making keys takes 4 to 9 s"),
        new ServerOption("skip-name-resolve", "1", "accounts are by address; no lookups"),
        new ServerOption(
            "innodb_buffer_pool_size",
            bufferPoolMebibytes(machineMemoryBytes) + "M",
            "half of what the machine has beyond 1G, within 128M and 32G"),
        new ServerOption(
            "innodb_log_file_size",
            "256M",
            "a publish of a million rows without a forced checkpoint, for 256 MB of disk"),
        new ServerOption(
            "innodb_flush_log_at_trx_commit",
            "1",
            "what is published stays published after a power cut; loads commit by thousands of rows, so its 3 ms a commit instead of 0.5 cost little"),
        new ServerOption(
            "innodb_data_file_buffering",
            "ON",
            "what the buffer pool can't hold is read again from memory that nobody else needs"),
        new ServerOption("innodb_autoinc_lock_mode", "2", "no table lock for a bulk insert"),
        new ServerOption(
            "innodb_adaptive_hash_index",
            "ON",
            "a row finds its place in eight indexes in two thirds of the time"),
        new ServerOption("local_infile", "1", "staging goes by LOAD DATA LOCAL, from streams only"),
        new ServerOption("max_allowed_packet", "64M", "a long sheet's text in one statement"),
        new ServerOption(
            "max_connections", "60", "some Avance processes and BI tools; each costs memory"),
        new ServerOption("performance_schema", "0", "20 MB and some start time saved"),
        new ServerOption("character-set-server", CHARACTER_SET, "all of Unicode"),
        new ServerOption(
            "collation-server", COLLATION, "one for all tables; the default differs by version"),
        new ServerOption(
            "sql_mode",
            "STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION",
            "a value that doesn't fit is an error, never another value"),
        new ServerOption("default_time_zone", "+00:00", "instants are the same on every machine"),
        new ServerOption(
            "optimizer_search_depth",
            "0",
            "the server chooses how far it looks ahead; weighing every order of a view's thirty tables took minutes"));
  }

  static long machineMemoryBytes() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : 0;
  }

  private static long bufferPoolMebibytes(long machineMemoryBytes) {
    long beyondOthers = machineMemoryBytes / MEBIBYTE - 1024;
    return Math.max(128, Math.min(32768, beyondOthers / 2));
  }

  /** As lines of an option file. Quoted, since a path may hold {@code #} or spaces. */
  String lines() {
    return "# " + why + "\n" + name + "=\"" + value.replace("\\", "\\\\") + "\"\n";
  }
}
