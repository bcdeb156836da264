package dev.segmentation.rules.drl;

import dev.segmentation.rules.FiredRule;
import dev.segmentation.rules.table.ContentHash;
import dev.segmentation.rules.table.Finding;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.rules.table.RulesException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** Compiles DRL to Drools' executable model, or takes the compiled form from the cache. */
public final class RuleCompiler {
    private static final String GROUP_ID = "dev.segmentation.rules";
    private static final String DRL = ".drl";
    private static final String RESOURCES = "src/main/resources/";

    private final RulesCache cache;

    public RuleCompiler(RulesCache cache) {
        this.cache = cache;
    }

    /**
     * Rules ready to run.
     *
     * @param rules what each rule says of itself, by its full name
     * @param hash over the texts they were compiled from
     */
    public record Compiled(KieBase kieBase, Map<String, FiredRule> rules, String hash, boolean fromCache) {}

    /**
     * Checks, compiles and loads; the compiled form is taken over if {@code former}, which may be {@code null}, was made from the same texts.
     *
     * @throws RulesException with every problem
     */
    public Compiled compile(RuleFiles files, Compiled former) {
        List<DrlGuard.Checked> texts = check(files);
        String hash = hash(texts);
        Map<String, FiredRule> rules = RuleHeaders.read(texts);
        if (former != null && former.hash().equals(hash)) {
            // rows of a Drools table may have moved although the code made from them is the same
            boolean same = former.rules().equals(rules);
            return same ? former : new Compiled(former.kieBase(), rules, hash, former.fromCache());
        }
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId(GROUP_ID, "rules-" + hash.substring(0, 16), "1");
        String name = "rules-" + hash + ".kjar";
        byte[] cached = cache.read(name);
        if (cached != null) {
            try {
                return new Compiled(load(services, release, cached), rules, hash, true);
            } catch (RuntimeException | LinkageError e) {
                cache.discard(name);
            }
        }
        byte[] built = build(services, release, texts);
        cache.write(name, built);
        return new Compiled(load(services, release, built), rules, hash, false);
    }

    /** The guard reads all texts every time, whether or not their compiled form is in the cache. */
    public List<DrlGuard.Checked> check(RuleFiles files) {
        List<Finding> findings = new ArrayList<>();
        List<RuleText> texts = new ArrayList<>(new DrlTables(cache).read(files.tables(), findings));
        files.texts().forEach((path, text) -> texts.add(RuleText.ofDrl(path, text)));
        List<DrlGuard.Checked> checked = new ArrayList<>();
        for (RuleText text : texts) {
            DrlGuard.Checked sound = DrlGuard.check(text, findings);
            if (sound != null) {
                checked.add(sound);
            }
        }
        if (!findings.isEmpty()) {
            throw new RulesException(findings.stream().sorted(Finding.ORDER).toList());
        }
        return checked;
    }

    private String hash(List<DrlGuard.Checked> texts) {
        ContentHash hash = new ContentHash().text(cache.version()).text("guard " + DrlGuard.VERSION);
        texts.forEach(text -> hash.text(text.source().file()).text(text.code()));
        return hash.hex();
    }

    private static byte[] build(KieServices services, ReleaseId release, List<DrlGuard.Checked> texts) {
        Map<String, DrlGuard.Checked> origin = new LinkedHashMap<>();
        for (DrlGuard.Checked text : texts) {
            origin.put(place(text.source().file(), origin.keySet()), text);
        }
        KieBuilder builder = compile(services, release, origin);
        List<Finding> problems = new ArrayList<>();
        for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
            String place = message.getPath().replace(RESOURCES, "");
            String text = message.getText().strip();
            if (origin.containsKey(place)) {
                problems.add(
                        origin.get(place).source().finding("compile", Math.max(0, message.getLine()), "", text, ""));
            } else if (!text.startsWith("Java source of ")) {
                problems.add(Finding.error("compile", files(place, texts), 0, text, ""));
            }
        }
        if (!problems.isEmpty()) {
            throw new RulesException(problems);
        }
        return checked((InternalKieModule) builder.getKieModule(), texts);
    }

    /** Where Drools finds a text. It writes that into the code it makes, so nothing of a file's name but letters gets there. */
    private static String place(String file, Set<String> taken) {
        String name = file.endsWith(DRL) ? file.substring(0, file.length() - DRL.length()) : file;
        String place = "rules/" + name.replaceAll("[^A-Za-z0-9/]", "_");
        while (place.endsWith("/") || taken.contains(place + DRL)) {
            place += "_";
        }
        return place + DRL;
    }

    /** Drools throws what it has no message for; then each text is tried alone, to tell which it stumbled over. */
    private static KieBuilder compile(KieServices services, ReleaseId release, Map<String, DrlGuard.Checked> texts) {
        KieFileSystem system = services.newKieFileSystem();
        system.generateAndWritePomXML(release);
        texts.forEach((place, text) -> system.write(RESOURCES + place, text.code()));
        try {
            return services.newKieBuilder(system, RuleCompiler.class.getClassLoader())
                    .buildAll(ExecutableModelProject.class);
        } catch (RuntimeException | StackOverflowError e) {
            if (texts.size() > 1) {
                texts.forEach((place, text) -> compile(services, release, Map.of(place, text)));
            }
            String files =
                    texts.values().stream().map(text -> text.source().file()).collect(Collectors.joining(" or "));
            String advice = "Maybe a constraint compares a number with a text.";
            throw new RulesException(List.of(Finding.error("compile", files, 0, "Drools cannot compile it", advice)));
        }
    }

    private static byte[] checked(InternalKieModule module, List<DrlGuard.Checked> texts) {
        List<Finding> problems = new ArrayList<>();
        for (String file : module.getFileNames()) {
            if (file.endsWith(".class")) {
                CompiledGuard.unknown(module.getBytes(file))
                        .forEach(used -> problems.add(Finding.error(
                                "code",
                                files(file, texts),
                                0,
                                "its compiled form uses " + used + ", which is not on the list of what rules may use",
                                DrlRefusal.ADVICE)));
            }
        }
        if (!problems.isEmpty()) {
            throw new RulesException(problems.stream().distinct().toList());
        }
        return module.getBytes();
    }

    /** A fault within a rule's own expressions points at generated code, whose folder is the package of the rule file. */
    private static String files(String generated, List<DrlGuard.Checked> texts) {
        String found = texts.stream()
                .filter(text ->
                        ("/" + generated).contains("/" + text.packageName().replace('.', '/') + "/"))
                .map(text -> text.source().file())
                .collect(Collectors.joining(" or "));
        return found.isEmpty() ? generated : found;
    }

    private static KieBase load(KieServices services, ReleaseId release, byte[] bytes) {
        KieModule module =
                services.getRepository().addKieModule(services.getResources().newByteArrayResource(bytes));
        KieContainer container = services.newKieContainer(module.getReleaseId(), RuleCompiler.class.getClassLoader());
        services.getRepository().removeKieModule(release);
        return container.getKieBase();
    }
}
