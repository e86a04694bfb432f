package org.avance.job;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a loader works.
 *
 * @param jobs folder of the descriptors, with the rulebook below it
 * @param inbox root that the descriptors' file patterns are relative to
 * @param archive where received files are kept under their digests
 * @param loads how many deliveries are loaded at a time, each of another feed
 * @param patience how long to wait for a feed that another process is loading
 * @param watch over files that may still be written
 */
public record LoadSettings(
    Database database,
    Path jobs,
    Path inbox,
    Path archive,
    int loads,
    Duration patience,
    Watch watch) {}
