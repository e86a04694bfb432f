package bad.avance.load;

import bad.avance.job.KnownByLoad;

/** Closes a circle: job knows load, and here load knows job. */
public record Staged(KnownByLoad job) {}
