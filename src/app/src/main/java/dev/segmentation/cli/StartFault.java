package dev.segmentation.cli;

import dev.segmentation.files.OutputException;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.table.TableException;
import java.io.PrintWriter;
import java.net.BindException;

/** Why the service did not start. The framework wraps what was thrown several times. */
final class StartFault {
    private StartFault() {}

    static int report(Throwable fault, PrintWriter err) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            int code = code(cause);
            if (code != ExitCode.FAULT) {
                err.println(SettingFault.told(cause).orElse(cause.getMessage()));
                err.flush();
                return code;
            }
        }
        err.println("The service did not start: " + fault.getMessage());
        err.flush();
        return ExitCode.FAULT;
    }

    private static int code(Throwable cause) {
        if (cause instanceof TableException || cause instanceof RulesException) {
            return ExitCode.INPUT;
        }
        if (cause instanceof OutputException || cause instanceof BindException) {
            return ExitCode.OUTPUT;
        }
        // an address that must not be bound, or a setting that is none
        boolean usage = cause instanceof IllegalArgumentException
                || SettingFault.told(cause).isPresent();
        return usage ? ExitCode.USAGE : ExitCode.FAULT;
    }
}
