package dev.segmentation.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Tells what was wrong with a command line: in a sentence, and where the help is. */
final class UsageFault {
    private static final Set<Class<?>> DECIMALS = Set.of(double.class, Double.class);
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

    private UsageFault() {}

    static int tell(ParameterException fault, String[] args) {
        CommandLine line = fault.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(Console.plain(message(fault)));
        CommandLine.UnmatchedArgumentException.printSuggestions(fault, err);
        err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static String message(ParameterException fault) {
        ArgSpec option = fault.getArgSpec();
        String value = fault.getValue();
        if (option == null || value == null) {
            return fault.getMessage();
        }
        Class<?> type = option.type();
        String what = name(option) + " (" + value + ")";
        if (DECIMALS.contains(type)) {
            return what + " is not a number. Write it with a point, such as 0.9.";
        }
        if (WHOLE.contains(type)) {
            return what + " is not a whole number. Write digits only, such as "
                    + (option.defaultValue() == null ? "10" : option.defaultValue()) + ".";
        }
        if (type.isEnum()) {
            return what + " is none of these: "
                    + Arrays.stream(type.getEnumConstants())
                            .map(one -> one.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return fault.getMessage();
    }

    private static String name(ArgSpec option) {
        return option instanceof OptionSpec named ? named.longestName() : option.paramLabel();
    }
}
