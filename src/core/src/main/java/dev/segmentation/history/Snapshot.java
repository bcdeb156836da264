package dev.segmentation.history;

import dev.segmentation.output.OutputTables;
import dev.segmentation.workspace.MasterMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run that was kept, as its folder holds it.
 *
 * @param folder the folder
 * @param runId id of the run
 * @param placed whether its files were the outputs; those of the others could not be committed
 */
public record Snapshot(Path folder, String runId, boolean placed) {
    static final Pattern NAME = Pattern.compile("(\\d{8}T\\d{6}Z)(?:-(\\d{1,6}))?(" + Snapshots.UNPLACED + ")?");

    static final Comparator<Snapshot> ORDER = Comparator.comparing((Snapshot s) -> s.part(1))
            .thenComparingInt(s -> s.part(2).isEmpty() ? 1 : Integer.parseInt(s.part(2)))
            .thenComparing(Snapshot::placed);

    String name() {
        return folder.getFileName().toString();
    }

    private String part(int group) {
        Matcher name = NAME.matcher(name());
        return name.matches() && name.group(group) != null ? name.group(group) : "";
    }

    /** The map from customer keys to masters. */
    public Path map() {
        return folder.resolve(MasterMap.FILE);
    }

    /** The masters and their groups, absent where the run only deduped. */
    public Path masters() {
        return folder.resolve(OutputTables.MASTERS);
    }

    /** Whether the run gave masters their groups. */
    public boolean classified() {
        return Files.isRegularFile(masters());
    }

    /** The measures of the run; none if that file is missing or broken. */
    public Map<String, String> summary() {
        return RunHistory.readSummary(folder.resolve(RunHistory.SUMMARY));
    }

    /** SHA-256 of the files that the run wrote, by their names. */
    public Map<String, String> outputs() throws IOException {
        return Manifest.read(folder.resolve(Manifest.FILE)).outputs();
    }

    /** Whether the run wrote a file itself; one that a former run left beside it is none of its own. */
    public boolean wrote(Path file) {
        try {
            return outputs().containsKey(file.getFileName().toString());
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a file of it is still as the run wrote it. What the manifest does not know counts as changed. */
    public boolean unchanged(Path file) throws IOException {
        String hash = outputs().get(file.getFileName().toString());
        return hash != null && hash.equals(Manifest.hash(file));
    }
}
