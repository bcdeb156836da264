package dev.segmentation.packaged;

import dev.segmentation.testkit.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bash blocks of a page of the API guide as one script.
 *
 * @param script the lines, each command after one that says at which line of the page it stands
 * @param announced the status that the guide tells for a command, or either of two, in its comment or in the comment after it, by line
 */
record GuidePage(String script, Map<Integer, Set<Integer>> announced) {
    /** Where the guide says that the service is. */
    private static final String SERVICE = "http://127.0.0.1:8080";

    private static final Pattern LINK = Pattern.compile("^\\| \\[[a-z]+]\\(([a-z]+\\.md)\\)");
    private static final Pattern STATUS = Pattern.compile("(?:^|\\s)# ([1-5]\\d\\d)(?:,? or ([1-5]\\d\\d))?\\b");
    private static final String FENCE = "```";

    GuidePage {
        announced = Map.copyOf(announced);
    }

    /** The pages that the first page lists, in its order. */
    static List<Path> listed(Path guide) {
        return Folders.lines(guide.resolve("README.md")).stream()
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(link -> guide.resolve(link.group(1)))
                .toList();
    }

    /** A page, with calls to the service at this address. */
    static GuidePage of(Path page, String service) {
        List<String> script = new ArrayList<>();
        Map<Integer, Set<Integer>> announced = new TreeMap<>();
        List<String> lines = Folders.lines(page);
        boolean code = false;
        boolean begun = false;
        int command = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                code = !code && line.equals(FENCE + "bash");
            } else if (code) {
                if (!begun && !line.startsWith("#")) {
                    command = i + 1;
                    script.add("export GUIDE_LINE=" + command);
                }
                Matcher status = STATUS.matcher(line);
                if (status.find()) {
                    int first = Integer.parseInt(status.group(1));
                    announced.put(
                            command,
                            status.group(2) == null ? Set.of(first) : Set.of(first, Integer.parseInt(status.group(2))));
                }
                script.add(line.replace(SERVICE, service));
                begun = line.endsWith("\\");
            }
        }
        return new GuidePage(String.join("\n", script) + "\n", announced);
    }
}
