package dev.segmentation.cli;

import io.quarkus.runtime.Quarkus;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segmenter serve}. */
@Command(
        name = "serve",
        description = "Serves reclassification over HTTP on this machine alone, until it is stopped.",
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Loopback address to bind (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(names = "--port", defaultValue = "8080", description = "Port to bind (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--input", paramLabel = "DIR", description = "Folder of the customer list (default: input).")
    private Path input;

    @Option(names = "--output", paramLabel = "DIR", description = "Folder of the output tables (default: output).")
    private Path output;

    @Option(names = "--rules", paramLabel = "DIR", description = "Folder of the rule sets (default: rules).")
    private Path rules;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!loopback(host)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--host " + host
                            + " is not a loopback address. Nobody signs on yet, so the service is for this machine alone.");
        }
        System.setProperty("quarkus.http.host", host);
        System.setProperty("quarkus.http.port", Integer.toString(port));
        set("segmenter.input", input);
        set("segmenter.output", output);
        set("segmenter.rules", rules);
        Quarkus.run();
        return ExitCode.DONE;
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static void set(String property, Path value) {
        if (value != null) {
            System.setProperty(property, value.toString());
        }
    }
}
