package bad.avance.load;

import org.springframework.batch.core.job.JobExecution;

/** Spring Batch outside job. */
public record UsesBatch(JobExecution execution) {}
