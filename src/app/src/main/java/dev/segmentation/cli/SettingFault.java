package dev.segmentation.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A setting of the service that cannot be used, told by its name and value; the framework says so in its own words. */
final class SettingFault {
    private static final Pattern UNREADABLE = Pattern.compile(
            "The config property (\\S+) with the config value \"(.*?)\" threw an Exception(?:[^:]*?converted)?:? *(.*)");
    private static final Pattern MISSING =
            Pattern.compile("config property (\\S+) is required|property (\\S+) was defined as an empty");
    private static final Pattern CODE = Pattern.compile("(?:[\\w.]+Exception: )?SRCFG\\d+: ");

    private SettingFault() {}

    /** What is wrong with the setting; nothing if the fault is no such one. */
    static Optional<String> told(Throwable fault) {
        String message = String.valueOf(fault.getMessage());
        if (!CODE.matcher(message).find()) {
            return Optional.empty();
        }
        Matcher unreadable = UNREADABLE.matcher(message);
        if (unreadable.find()) {
            return Optional.of(named(unreadable.group(1)) + " cannot be \"" + unreadable.group(2) + "\""
                    + why(unreadable.group(3)) + ".");
        }
        Matcher missing = MISSING.matcher(message);
        if (missing.find()) {
            return Optional.of(
                    named(missing.group(1) == null ? missing.group(2) : missing.group(1)) + " has no value.");
        }
        return Optional.of(CODE.matcher(message).replaceAll("").strip());
    }

    private static String named(String setting) {
        return setting + " (" + setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + ")";
    }

    private static String why(String said) {
        String why = CODE.matcher(said).replaceAll("").strip();
        return why.isEmpty() ? "" : ": " + why.replaceFirst("\\.$", "");
    }
}
