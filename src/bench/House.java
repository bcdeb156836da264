import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Prints the size of a checkout: lines, types, folders, circles between packages, rules. Started by house.sh, from source.
 *
 * <p>Reads the sources of one module (src/main/java) or of many (src/&#42;/src/main/java), and leaves out bench and testkit,
 * which are no part of the product. Types are counted in the syntax trees of javac: classes, interfaces, enums, records and
 * annotations with all nested and local ones, without anonymous classes and lambdas. An edge between two packages is an
 * import, static ones included; packages are in a circle if each reaches the other.
 */
final class House {
    private static final String OURS = "dev.segmentation.";

    private final Map<Path, Long> lines = new TreeMap<>();
    private final Map<String, Integer> filesByFolder = new TreeMap<>();
    private final Map<String, Integer> typesByKind = new TreeMap<>();
    private final Map<String, Set<String>> importsByPackage = new TreeMap<>();

    public static void main(String[] arguments) throws IOException {
        Path checkout = Path.of(arguments.length == 0 ? "." : arguments[0]);
        House house = new House();
        house.read(checkout);
        house.printCode();
        printRules(checkout.resolve("rules"));
    }

    private void read(Path checkout) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : sourceRoots(checkout)) {
            files.addAll(filesBelow(root, ".java"));
        }
        if (files.isEmpty()) {
            throw new IOException("no Java sources under " + checkout);
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        var task = (JavacTask) compiler.getTask(
                null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
        for (CompilationUnitTree unit : task.parse()) {
            count(unit, Path.of(unit.getSourceFile().toUri()));
        }
    }

    private static List<Path> sourceRoots(Path checkout) throws IOException {
        List<Path> roots = new ArrayList<>(List.of(checkout.resolve("src/main/java")));
        try (Stream<Path> modules = Files.list(checkout.resolve("src"))) {
            modules.filter(module -> !Set.of("bench", "testkit").contains(module.getFileName().toString()))
                    .map(module -> module.resolve("src/main/java"))
                    .forEach(roots::add);
        }
        return roots.stream().filter(Files::isDirectory).toList();
    }

    private void count(CompilationUnitTree unit, Path file) throws IOException {
        try (Stream<String> all = Files.lines(file)) {
            lines.put(file, all.count());
        }
        String name = unit.getPackageName().toString();
        if (!file.endsWith("package-info.java")) {
            filesByFolder.merge(name, 1, Integer::sum);
        }
        Set<String> imports = importsByPackage.computeIfAbsent(name, key -> new TreeSet<>());
        for (ImportTree one : unit.getImports()) {
            imports.add(one.getQualifiedIdentifier().toString());
        }
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                typesByKind.merge(type.getKind().name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
                return super.visitClass(type, nothing);
            }

            /** The body of an anonymous class is no type, yet may hold some. */
            @Override
            public Void visitNewClass(NewClassTree creation, Void nothing) {
                scan(creation.getArguments(), nothing);
                return creation.getClassBody() == null ? null : scan(creation.getClassBody().getMembers(), nothing);
            }
        }.scan(unit, null);
    }

    private void printCode() {
        print("main Java lines", lines.values().stream().mapToLong(Long::longValue).sum());
        print("main Java files", lines.size() + " (package-info.java included)");
        print("types, nested ones included", typesByKind.values().stream().mapToInt(Integer::intValue).sum() + " " + typesByKind);
        print("files over 200 lines", lines.values().stream().filter(count -> count > 200).count());
        print("files over 300 lines", lines.values().stream().filter(count -> count > 300).count());
        String longest = lines.entrySet().stream()
                .sorted(Map.Entry.<Path, Long>comparingByValue().reversed())
                .limit(5)
                .map(file -> file.getKey().getFileName() + " " + file.getValue())
                .collect(Collectors.joining(", "));
        print("longest files", longest);
        print("folders", filesByFolder.size());
        print("folders over 35 classes", filesByFolder.values().stream().filter(count -> count > 35).count());
        String biggest = filesByFolder.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(8)
                .map(folder -> folder.getKey().replace(OURS, "") + " " + folder.getValue())
                .collect(Collectors.joining(", "));
        print("biggest folders", biggest);
        List<Set<String>> circles = circles();
        print("circles between packages", circles.isEmpty() ? "0" : circles.size() + " " + circles);
    }

    /** Sets of packages of which each reaches every other one. */
    private List<Set<String>> circles() {
        Map<String, Set<String>> reached = new TreeMap<>();
        importsByPackage.keySet().forEach(start -> reached.put(start, reachedFrom(start)));
        Set<Set<String>> found = new HashSet<>();
        for (String one : reached.keySet()) {
            Set<String> both = new TreeSet<>(reached.get(one));
            both.removeIf(other -> !reached.get(other).contains(one));
            if (!both.isEmpty()) {
                found.add(both);
            }
        }
        return found.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    private Set<String> reachedFrom(String start) {
        Set<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            String from = open.remove(open.size() - 1);
            for (String imported : importsByPackage.get(from)) {
                String to = packageOf(imported);
                if (to != null && !to.equals(from) && reached.add(to)) {
                    open.add(to);
                }
            }
        }
        return reached;
    }

    /** The package of an imported type or member; null for one that is not ours. */
    private String packageOf(String imported) {
        int end = imported.lastIndexOf('.');
        while (end > 0) {
            String name = imported.substring(0, end);
            if (importsByPackage.containsKey(name)) {
                return name;
            }
            end = name.lastIndexOf('.');
        }
        return null;
    }

    private static void printRules(Path rules) throws IOException {
        long bytes = 0;
        for (Path table : filesBelow(rules, "terms.csv")) {
            bytes += Files.size(table);
        }
        print("bytes of term tables", bytes);
        long cases = 0;
        for (Path table : filesBelow(rules, "cases.csv")) {
            try (Stream<String> rows = Files.lines(table)) {
                cases += rows.filter(row -> !row.isBlank()).count() - 1;
            }
        }
        print("cases", cases + " (rows of all cases.csv under rules/)");
    }

    private static List<Path> filesBelow(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static void print(String what, Object value) {
        System.out.println(String.format("%-28s", what) + " " + value);
    }
}
