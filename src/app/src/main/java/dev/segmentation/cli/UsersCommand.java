package dev.segmentation.cli;

import dev.segmentation.access.AccountList;
import dev.segmentation.access.PasswordHash;
import dev.segmentation.access.Role;
import dev.segmentation.access.User;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segmenter users}: the people who sign on to the service with a password. */
@Command(
        name = "users",
        description = "Manages the people who sign on to the service with a password.",
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class UsersCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: segmenter users add, list, password, roles or remove");
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

        /** The user of that name as it is now. */
        User known(String name, CommandSpec spec) {
            return list().read().stream()
                    .filter(user -> user.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "There is no user (" + name + ") in " + file + "."));
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a user; asks for the password, or reads it from standard input.")
    int add(
            @Mixin FileOption file,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", paramLabel = "ROLE", required = true, description = Accounts.ROLES)
                    String roles) {
        Set<Role> held = Accounts.roles(roles, spec);
        PasswordHash password = new PasswordPrompt(spec).ask(name);
        User user = Accounts.checked(() -> new User(name, held, password), spec);
        if (!file.list().add(user)) {
            throw new ParameterException(
                    spec.commandLine(), "There is a user (" + name + ") already. Maybe users password or users roles.");
        }
        return told(name + " may sign on.");
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Sets a new password and ends the user's sessions.")
    int password(@Mixin FileOption file, @Parameters(paramLabel = "NAME") String name) {
        User former = file.known(name, spec);
        file.list().replace(new User(name, former.roles(), new PasswordPrompt(spec).ask(name)));
        return told(name + " has a new password; sessions with the old one are over.");
    }

    @Command(name = "roles", mixinStandardHelpOptions = true, description = "Sets what a user may do.")
    int roles(
            @Mixin FileOption file,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", paramLabel = "ROLE", required = true, description = Accounts.ROLES)
                    String roles) {
        User former = file.known(name, spec);
        file.list().replace(new User(name, Accounts.roles(roles, spec), former.password()));
        return told(name + " has other roles; sessions with the old ones are over.");
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes a user and ends the user's sessions.")
    int remove(@Mixin FileOption file, @Parameters(paramLabel = "NAME") String name) {
        file.list().remove(file.known(name, spec).name());
        return told(name + " may not sign on any more.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists users and roles.")
    int list(@Mixin FileOption file, @Option(names = "--json", description = "Print as JSON.") boolean json) {
        Collection<User> users = file.list().read();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(users.stream()
                    .map(user -> Map.of("name", user.name(), "roles", labels(user)))
                    .toList()));
        } else {
            users.forEach(user -> out.println(user.name() + "  " + String.join(",", labels(user))));
        }
        return ExitCode.DONE;
    }

    private static List<String> labels(User user) {
        return user.roles().stream().sorted().map(Role::label).toList();
    }

    private int told(String text) {
        spec.commandLine().getErr().println(text);
        return ExitCode.DONE;
    }
}
