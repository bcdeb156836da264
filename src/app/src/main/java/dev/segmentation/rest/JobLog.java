package dev.segmentation.rest;

import dev.segmentation.output.RunReport;
import dev.segmentation.service.Flips;
import dev.segmentation.service.Job;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** One line of log for each job that is over, which carries the ids of job and run as fields of their own. */
final class JobLog {
    private static final Logger LOG = Logger.getLogger(JobLog.class);
    private static final String JOB_ID = "jobId";
    private static final String RUN_ID = "runId";

    private JobLog() {}

    /**
     * A job is over.
     *
     * @param fault whether it failed by a fault of the service, which is logged as a whole
     */
    static void over(Job.View job, boolean fault) {
        MDC.put(JOB_ID, job.id());
        MDC.put(RUN_ID, runId(job.result()));
        String line = String.format(
                "%s of %s: %s in %d ms%s",
                job.kind(),
                job.by(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.time().toMillis(),
                told(job));
        try {
            if (fault) {
                LOG.error(line, job.fault());
            } else {
                LOG.info(line);
            }
        } finally {
            MDC.remove(JOB_ID);
            MDC.remove(RUN_ID);
        }
    }

    private static String runId(Object result) {
        return result instanceof RunReport report ? report.runId() : result instanceof Flips flips ? flips.runId() : "";
    }

    private static String told(Job.View job) {
        if (job.fault() != null) {
            return ": " + job.fault().getMessage();
        }
        if (job.result() instanceof RunReport report) {
            return ", " + report.tally().masters() + " masters, "
                    + report.tally().worklist() + " on the worklist, "
                    + report.rejectedRows() + " rows rejected";
        }
        return job.result() instanceof Flips flips ? ", " + flips.changed() + " masters changed" : "";
    }
}
