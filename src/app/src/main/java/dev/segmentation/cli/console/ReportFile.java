package dev.segmentation.cli.console;

import dev.segmentation.files.OutputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/**
 * A report that a command writes where an option says. The place is looked at before the work is done: a file of another
 * kind, such as a table of rules named by mistake, is never overwritten. A former report stays whole until the new one is.
 *
 * @param file where it goes
 */
public record ReportFile(Path file) {

    /**
     * The place that an option names.
     *
     * @throws CommandLine.ParameterException if it does not end as such reports do, or is a folder
     * @throws OutputException if its folder is missing
     */
    public static ReportFile of(CommandLine line, String option, Path file, List<String> endings) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (endings.stream().noneMatch(name::endsWith) || Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CommandLine.ParameterException(
                    line,
                    option + " " + file + " is no place for the report. Name a file that ends in "
                            + String.join(" or ", endings) + ".");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new OutputException(
                    folder + " is no folder. Make it, or name another place with " + option + ".", null);
        }
        return new ReportFile(file);
    }

    /** Writes the report beside its place and moves it there. */
    public void write(String text) {
        try {
            Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), ".report", ".tmp");
            try {
                Files.writeString(beside, text, StandardCharsets.UTF_8);
                move(beside);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new OutputException(
                    file + " cannot be written (" + e + "). The former one, if any, is unchanged.", e);
        }
    }

    private void move(Path beside) throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
