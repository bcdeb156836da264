package dev.segmentation.cli;

import dev.segmentation.suggest.workflow.Outside;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One command, run in this process as the launcher runs it.
 *
 * @param code exit code
 * @param out what went to standard output
 * @param err what went to standard error
 */
record Call(int code, String out, String err) {
    static Call of(Object... args) {
        return of(Outside.real(), args);
    }

    /** The same with another network. */
    static Call of(Outside outside, Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int code = Cli.run(new PrintWriter(out), new PrintWriter(err), outside, words);
        return new Call(code, out.toString(), err.toString());
    }
}
