package dev.segmentation.rest;

import dev.segmentation.run.RunReport;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** One line of log for each run, which carries the run id as a field of its own. */
final class RunLog {
    private static final Logger LOG = Logger.getLogger(RunLog.class);
    private static final String RUN_ID = "runId";

    private RunLog() {}

    /** A run ended well. */
    static void done(String scope, RunReport report, Duration time) {
        MDC.put(RUN_ID, report.runId());
        try {
            LOG.infof(
                    "%s: %d masters, %d on the worklist, %d rows rejected, %d ms",
                    scope,
                    report.tally().masters(),
                    report.tally().worklist(),
                    report.rejected().size(),
                    time.toMillis());
        } finally {
            MDC.remove(RUN_ID);
        }
    }
}
