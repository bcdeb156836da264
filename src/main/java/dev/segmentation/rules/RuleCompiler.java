package dev.segmentation.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
final class RuleCompiler {
    private static final String GROUP_ID = "dev.segmentation.rules";
    private static final String RESOURCES = "src/main/resources/";
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)");

    private final RulesCache cache;

    RuleCompiler(RulesCache cache) {
        this.cache = cache;
    }

    /**
     * Rules ready to run.
     *
     * @param kieBase the compiled rules
     * @param rules what each rule says of itself, by its full name
     * @param hash over the texts they were compiled from
     * @param fromCache whether nothing had to be compiled
     */
    record Compiled(KieBase kieBase, Map<String, FiredRule> rules, String hash, boolean fromCache) {}

    /** Compiles the files, unless {@code former}, which may be {@code null}, was made from the same ones. */
    Compiled compile(RuleFiles files, Compiled former) {
        String hash = files.hash(cache.version());
        if (former != null && former.hash().equals(hash)) {
            return former;
        }
        Map<String, FiredRule> rules = RuleHeaders.read(files);
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
        byte[] built = build(services, release, files);
        cache.write(name, built);
        return new Compiled(load(services, release, built), rules, hash, false);
    }

    private static byte[] build(KieServices services, ReleaseId release, RuleFiles files) {
        KieFileSystem system = services.newKieFileSystem();
        system.generateAndWritePomXML(release);
        Map<String, String> origin = new HashMap<>();
        files.texts().forEach((path, text) -> {
            String place = "rules/" + path.replace('-', '_');
            origin.put(place, path);
            system.write(RESOURCES + place, text);
        });
        KieBuilder builder = services.newKieBuilder(system, RuleCompiler.class.getClassLoader())
                .buildAll(ExecutableModelProject.class);
        List<Finding> problems = new ArrayList<>();
        for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
            String place = message.getPath().replace(RESOURCES, "");
            String text = message.getText().strip();
            if (origin.containsKey(place)) {
                problems.add(Finding.error("compile", origin.get(place), Math.max(0, message.getLine()), text, ""));
            } else if (!text.startsWith("Java source of ")) {
                problems.add(Finding.error("compile", files(place, files), 0, text, ""));
            }
        }
        if (!problems.isEmpty()) {
            throw new RulesException(problems);
        }
        return ((InternalKieModule) builder.getKieModule()).getBytes();
    }

    /** A fault within a rule's own expressions points at generated code, whose folder is the package of the rule file. */
    private static String files(String generated, RuleFiles files) {
        String found = files.texts().entrySet().stream()
                .filter(file -> {
                    Matcher name = PACKAGE.matcher(file.getValue());
                    return name.find() && generated.contains("/" + name.group(1).replace('.', '/') + "/");
                })
                .map(Map.Entry::getKey)
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
