package dev.segmentation.cli;

import dev.segmentation.suggest.workflow.Outside;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where the program begins. Commands over files run without starting Quarkus, so that they are quick and open no port;
 * only {@code serve} starts it.
 */
@QuarkusMain
public final class Main {
    private Main() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        System.exit(Cli.run(out, err, Outside.real(), args));
    }
}
