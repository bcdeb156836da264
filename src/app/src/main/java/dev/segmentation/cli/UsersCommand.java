package dev.segmentation.cli;

import dev.segmentation.access.AccountList;
import dev.segmentation.access.PasswordHash;
import dev.segmentation.access.Role;
import dev.segmentation.access.User;
import dev.segmentation.cli.console.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "users", description = "Manages the people who sign on to the service with a password.")
final class UsersCommand extends AccountsCommand {
    private static final int SHORTEST = 12;

    UsersCommand() {
        super("Say what to do: segmenter users add, list, password, roles or remove");
    }

    /** Where the users are kept. */
    static final class FileOption {
        @Option(
                names = "--users",
                paramLabel = "FILE",
                required = true,
                defaultValue = "${env:SEGMENTER_USERS}",
                description = "File of users (default: SEGMENTER_USERS).")
        private Path file;

        AccountList<User> list() {
            return AccountList.users(file);
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a user; asks for the password, or reads it from standard input.")
    int add(
            @Mixin FileOption file,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", paramLabel = "ROLE", required = true, description = ROLES) String roles) {
        Set<Role> held = checked(() -> Role.list(roles));
        PasswordHash password = password(name);
        User user = checked(() -> new User(name, held, password));
        if (!file.list().add(user)) {
            throw wrong("There is a user (" + name + ") already. Maybe users password or users roles.");
        }
        return told(name + " may sign on.");
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Sets a new password and ends the user's sessions.")
    int password(@Mixin FileOption file, @Parameters(paramLabel = "NAME") String name) {
        User former = known(file, name);
        file.list().replace(new User(name, former.roles(), password(name)));
        return told(name + " has a new password; sessions with the old one are over.");
    }

    @Command(name = "roles", mixinStandardHelpOptions = true, description = "Sets what a user may do.")
    int roles(
            @Mixin FileOption file,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", paramLabel = "ROLE", required = true, description = ROLES) String roles) {
        User former = known(file, name);
        file.list().replace(new User(name, checked(() -> Role.list(roles)), former.password()));
        return told(name + " has other roles; sessions with the old ones are over.");
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes a user and ends the user's sessions.")
    int remove(@Mixin FileOption file, @Parameters(paramLabel = "NAME") String name) {
        file.list().remove(known(file, name).name());
        return told(name + " may not sign on any more.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists users and roles.")
    int list(@Mixin FileOption file, @Option(names = "--json", description = "Print as JSON.") boolean json) {
        return print(
                json,
                file.list().read().stream()
                        .map(user -> Json.fields("name", user.name(), "roles", labels(user.roles())))
                        .toList());
    }

    /** The user of that name as it is now. */
    private User known(FileOption file, String name) {
        return file.list().read().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("There is no user (" + name + ") in " + file.file + "."));
    }

    private int told(String text) {
        line().getErr().println(text);
        return DONE;
    }

    /** A new password, hashed: asked for without showing it, or the first line of standard input where nobody can be asked. */
    private PasswordHash password(String name) {
        char[] password = System.console() == null ? firstLine() : askedTwice(name);
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

    private char[] askedTwice(String name) {
        char[] first = System.console().readPassword("Password of %s: ", name);
        char[] second = System.console().readPassword("Once more: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw wrong("The two passwords differ. Nothing was changed.");
        }
        return first;
    }

    private static char[] firstLine() {
        try {
            // nobody else reads what follows the line, so the reader may take it
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? new char[0] : line.toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
