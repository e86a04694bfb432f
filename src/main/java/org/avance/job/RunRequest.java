package org.avance.job;

import java.util.Objects;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * What identifies a load; the only place that knows parameter names. Nothing time-like takes part:
 * the same file twice is the same load, a failed one is restarted, a corrected file is a new one.
 *
 * @param feed name of the feed
 * @param fileDigest SHA-256 of the file
 * @param rerun 0 for the first load; counts loads of the same bytes on purpose or under another
 *     descriptor
 */
record RunRequest(String feed, String fileDigest, long rerun) {
  private static final String FEED = "feed";
  private static final String FILE_DIGEST = "fileDigest";
  private static final String RERUN = "rerun";
  private static final String PROCESS = "process";

  /** With the process that loads, which is no part of what the load is. */
  JobParameters inThisProcess() {
    return new JobParametersBuilder(toJobParameters())
        .addString(PROCESS, ThisProcess.name(), false)
        .toJobParameters();
  }

  JobParameters toJobParameters() {
    return new JobParametersBuilder()
        .addString(FEED, feed)
        .addString(FILE_DIGEST, fileDigest)
        .addLong(RERUN, rerun)
        .toJobParameters();
  }

  static RunRequest from(JobParameters parameters) {
    return new RunRequest(
        Objects.requireNonNull(parameters.getString(FEED)),
        Objects.requireNonNull(parameters.getString(FILE_DIGEST)),
        Objects.requireNonNull(parameters.getLong(RERUN)));
  }
}
