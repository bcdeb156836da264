package dev.segmentation.cli;

import dev.segmentation.access.AccountList;
import dev.segmentation.access.Role;
import dev.segmentation.access.Token;
import dev.segmentation.cli.console.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "tokens", description = "Manages the tokens with which machines sign on to the service.")
final class TokensCommand extends AccountsCommand {
    TokensCommand() {
        super("Say what to do: segmenter tokens create, list or revoke");
    }

    /** Where the tokens are kept. */
    static final class FileOption {
        @Option(
                names = "--tokens",
                paramLabel = "FILE",
                required = true,
                defaultValue = "${env:SEGMENTER_TOKENS}",
                description = "File of tokens (default: SEGMENTER_TOKENS).")
        private Path file;

        AccountList<Token> list() {
            return AccountList.tokens(file);
        }
    }

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a token and prints it, this once.")
    int create(
            @Mixin FileOption file,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", paramLabel = "ROLE", required = true, description = ROLES) String roles,
            @Option(names = "--days", paramLabel = "N", description = "It counts for N days (default: for good).")
                    Integer days) {
        Set<Role> held = checked(() -> Role.list(roles));
        Instant expires = expiry(days);
        String secret = Token.newSecret();
        Token token = checked(() -> Token.of(secret, name, held, expires));
        if (!file.list().add(token)) {
            throw wrong("There is a token (" + name + ") already. Revoke it, or take another name.");
        }
        line().getOut().println(secret);
        line().getErr().println("Keep it now: it is not shown again. It expires: " + token.expiry());
        return DONE;
    }

    private Instant expiry(Integer days) {
        if (days != null && (days < 1 || days > 36_500)) {
            throw wrong("--days " + days + " is not within 1 and 36500.");
        }
        return days == null ? Instant.MAX : Clock.systemUTC().instant().plus(Duration.ofDays(days));
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Takes a token back; from the next request on it does not count.")
    int revoke(@Mixin FileOption file, @Parameters(paramLabel = "NAME") String name) {
        if (!file.list().remove(name)) {
            throw wrong("There is no token (" + name + ").");
        }
        line().getErr().println(name + " does not count any more.");
        return DONE;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists tokens with roles and expiry, never the tokens themselves.")
    int list(@Mixin FileOption file, @Option(names = "--json", description = "Print as JSON.") boolean json) {
        return print(
                json,
                file.list().read().stream()
                        .map(token -> Json.fields(
                                "name", token.name(), "roles", labels(token.roles()), "expires", token.expiry()))
                        .toList());
    }
}
