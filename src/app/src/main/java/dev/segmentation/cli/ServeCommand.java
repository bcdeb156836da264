package dev.segmentation.cli;

import dev.segmentation.cli.console.Task;
import io.quarkus.runtime.Quarkus;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segmenter serve}. */
@Command(
        name = "serve",
        description = {
            "Serves the segmentation over HTTP until it is stopped.",
            "As long as nobody can sign on (SEGMENTER_USERS, SEGMENTER_TOKENS, SEGMENTER_OIDC_ISSUER), on this machine alone."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Task.Versions.class)
final class ServeCommand implements Callable<Integer> {
    private static final List<String> SIGN_ON = List.of("SEGMENTER_USERS", "SEGMENTER_TOKENS", "SEGMENTER_OIDC_ISSUER");

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

    @Spec
    private CommandSpec spec;

    private volatile int code = Task.DONE;

    @Override
    public Integer call() {
        if (host != null && !loopback(host) && !signOn()) {
            throw new ParameterException(
                    spec.commandLine(),
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
        code = fault == null
                ? status
                : StartFault.report(fault, spec.commandLine().getErr());
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
}
