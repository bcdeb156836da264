package dev.segmentation.cli;

import dev.segmentation.cli.console.CliCommand;
import dev.segmentation.files.OutputException;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.table.TableException;
import io.quarkus.runtime.Quarkus;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = {
            "Serves the segmentation over HTTP until it is stopped.",
            "As long as nobody can sign on (SEGMENTER_USERS, SEGMENTER_TOKENS, SEGMENTER_OIDC_ISSUER), on this machine alone."
        })
final class ServeCommand extends CliCommand {
    private static final List<String> SIGN_ON = List.of("SEGMENTER_USERS", "SEGMENTER_TOKENS", "SEGMENTER_OIDC_ISSUER");
    private static final Pattern UNREADABLE = Pattern.compile(
            "The config property (\\S+) with the config value \"(.*?)\" threw an Exception(?:[^:]*?converted)?:? *(.*)");
    private static final Pattern MISSING =
            Pattern.compile("config property (\\S+) is required|property (\\S+) was defined as an empty");
    private static final Pattern CODE = Pattern.compile("(?:[\\w.]+Exception: )?SRCFG\\d+: ");

    @Option(names = "--host", description = "Address to bind (default: 127.0.0.1, or QUARKUS_HTTP_HOST).")
    private String host;

    @Option(names = "--port", description = "Port to bind (default: 8080, or QUARKUS_HTTP_PORT).")
    private Integer port;

    @Option(names = "--input", paramLabel = "DIR", description = "Folder of the customer list (default: input).")
    private Path input;

    @Option(names = "--output", paramLabel = "DIR", description = "Folder of the output tables (default: output).")
    private Path output;

    @Option(names = "--rules", paramLabel = "DIR", description = "Folder of the rule sets (default: rules).")
    private Path rules;

    @Option(names = "--users", paramLabel = "FILE", description = "File of users (default: SEGMENTER_USERS).")
    private Path users;

    @Option(names = "--tokens", paramLabel = "FILE", description = "File of tokens (default: SEGMENTER_TOKENS).")
    private Path tokens;

    private volatile int code = DONE;

    @Override
    public Integer call() {
        if (host != null && !loopback(host) && !signOn()) {
            throw wrong(
                    "--host " + host + " is not a loopback address, and nobody can sign on, so the service is for this"
                            + " machine alone. Set SEGMENTER_USERS, SEGMENTER_TOKENS or SEGMENTER_OIDC_ISSUER first.");
        }
        set("quarkus.http.host", host);
        set("quarkus.http.port", port);
        set("segmenter.input", input);
        set("segmenter.output", output);
        set("segmenter.rules", rules);
        set("segmenter.users", users);
        set("segmenter.tokens", tokens);
        Quarkus.run(null, this::ended);
        return code;
    }

    /** The service did not start, or was stopped. */
    private void ended(int status, Throwable fault) {
        code = fault == null ? status : report(fault, line().getErr());
    }

    /** Said early, without starting anything. What a file of settings may say the service itself looks at. */
    private boolean signOn() {
        return users != null
                || tokens != null
                || Files.exists(Path.of("config", "application.properties"))
                || SIGN_ON.stream().anyMatch(name -> System.getenv(name) != null);
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static void set(String property, Object value) {
        if (value != null) {
            System.setProperty(property, value.toString());
        }
    }

    /**
     * Tells why the service did not start. The framework wraps what was thrown several times, and words wrong settings its
     * own way.
     */
    static int report(Throwable fault, PrintWriter err) {
        String told = "The service did not start: " + fault.getMessage();
        int code = FAULT;
        for (Throwable cause = fault; cause != null && code == FAULT; cause = cause.getCause()) {
            code = code(cause);
            if (code != FAULT) {
                told = setting(cause).orElse(cause.getMessage());
            }
        }
        err.println(told);
        err.flush();
        return code;
    }

    private static int code(Throwable cause) {
        if (cause instanceof TableException || cause instanceof RulesException) {
            return INPUT;
        }
        if (cause instanceof OutputException || cause instanceof BindException) {
            return OUTPUT;
        }
        // an address that must not be bound, or a setting that is none
        boolean usage =
                cause instanceof IllegalArgumentException || setting(cause).isPresent();
        return usage ? USAGE : FAULT;
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
