package dev.segmentation.cli;

import dev.segmentation.access.PasswordHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Asks for a password without showing it; where nobody can be asked, the first line of standard input is one. */
final class PasswordPrompt {
    private static final int SHORTEST = 12;

    private final CommandSpec spec;

    PasswordPrompt(CommandSpec spec) {
        this.spec = spec;
    }

    /** A new password, hashed. */
    PasswordHash ask(String name) {
        char[] password = System.console() == null ? line() : twice(name);
        try {
            if (password.length < SHORTEST || password.length > PasswordHash.LONGEST) {
                throw wrong("A password has " + SHORTEST + " to " + PasswordHash.LONGEST + " characters, not "
                        + password.length + ". Maybe take four words that do not belong together.");
            }
            return PasswordHash.of(password);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private char[] twice(String name) {
        char[] first = System.console().readPassword("Password of %s: ", name);
        char[] second = System.console().readPassword("Once more: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw wrong("The two passwords differ. Nothing was changed.");
        }
        return first;
    }

    private char[] line() {
        try {
            // what comes behind the line is nobody's business, so the reader may take it
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? new char[0] : line.toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
