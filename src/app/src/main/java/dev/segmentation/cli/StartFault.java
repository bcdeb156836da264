package dev.segmentation.cli;

import dev.segmentation.cli.console.Task;
import dev.segmentation.files.OutputException;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.table.TableException;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why the service did not start. The framework wraps what was thrown several times, and words wrong settings its own way. */
final class StartFault {
    private static final Pattern UNREADABLE = Pattern.compile(
            "The config property (\\S+) with the config value \"(.*?)\" threw an Exception(?:[^:]*?converted)?:? *(.*)");
    private static final Pattern MISSING =
            Pattern.compile("config property (\\S+) is required|property (\\S+) was defined as an empty");
    private static final Pattern CODE = Pattern.compile("(?:[\\w.]+Exception: )?SRCFG\\d+: ");

    private StartFault() {}

    static int report(Throwable fault, PrintWriter err) {
        String told = "The service did not start: " + fault.getMessage();
        int code = Task.FAULT;
        for (Throwable cause = fault; cause != null && code == Task.FAULT; cause = cause.getCause()) {
            code = code(cause);
            if (code != Task.FAULT) {
                told = setting(cause).orElse(cause.getMessage());
            }
        }
        err.println(told);
        err.flush();
        return code;
    }

    private static int code(Throwable cause) {
        if (cause instanceof TableException || cause instanceof RulesException) {
            return Task.INPUT;
        }
        if (cause instanceof OutputException || cause instanceof BindException) {
            return Task.OUTPUT;
        }
        // an address that must not be bound, or a setting that is none
        boolean usage =
                cause instanceof IllegalArgumentException || setting(cause).isPresent();
        return usage ? Task.USAGE : Task.FAULT;
    }

    /** What is wrong with a setting, by its name and value; nothing if the fault is another one. */
    private static Optional<String> setting(Throwable fault) {
        String message = String.valueOf(fault.getMessage());
        if (!CODE.matcher(message).find()) {
            return Optional.empty();
        }
        Matcher unreadable = UNREADABLE.matcher(message);
        if (unreadable.find()) {
            String why = withoutCode(unreadable.group(3));
            return Optional.of(named(unreadable.group(1)) + " cannot be \"" + unreadable.group(2) + "\""
                    + (why.isEmpty() ? "" : ": " + why.replaceFirst("\\.$", "")) + ".");
        }
        Matcher missing = MISSING.matcher(message);
        if (missing.find()) {
            String setting = missing.group(1) == null ? missing.group(2) : missing.group(1);
            return Optional.of(named(setting) + " has no value.");
        }
        return Optional.of(withoutCode(message));
    }

    private static String named(String setting) {
        return setting + " (" + setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + ")";
    }

    private static String withoutCode(String said) {
        return CODE.matcher(said).replaceAll("").strip();
    }
}
