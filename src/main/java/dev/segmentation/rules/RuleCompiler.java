package dev.segmentation.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\s+\"([^\"]*)\"");
    private static final Pattern SALIENCE = Pattern.compile("\\bsalience\\s+(-?\\d+)");

    private final RulesCache cache;

    RuleCompiler(RulesCache cache) {
        this.cache = cache;
    }

    /**
     * Rules ready to run.
     *
     * @param kieBase the compiled rules
     * @param rules what each rule says of itself, by its full name
     * @param fromCache whether nothing had to be compiled
     */
    record Compiled(KieBase kieBase, Map<String, FiredRule> rules, boolean fromCache) {}

    Compiled compile(RuleFiles files) {
        Map<String, FiredRule> rules = headers(files);
        String hash = files.hash(cache.version());
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId(GROUP_ID, "rules-" + hash.substring(0, 16), "1");
        String name = "rules-" + hash + ".kjar";
        byte[] cached = cache.read(name);
        if (cached != null) {
            try {
                return new Compiled(load(services, release, cached), rules, true);
            } catch (RuntimeException | LinkageError e) {
                cache.discard(name);
            }
        }
        byte[] built = build(services, release, files);
        cache.write(name, built);
        return new Compiled(load(services, release, built), rules, false);
    }

    private static byte[] build(KieServices services, ReleaseId release, RuleFiles files) {
        KieFileSystem system = services.newKieFileSystem();
        system.generateAndWritePomXML(release);
        Map<String, String> origin = new HashMap<>();
        files.texts().forEach((path, text) -> {
            String place = "rules/" + path.replace('-', '_');
            origin.put(place, "rules/" + path);
            system.write(RESOURCES + place, text);
        });
        KieBuilder builder = services.newKieBuilder(system, RuleCompiler.class.getClassLoader())
                .buildAll(ExecutableModelProject.class);
        List<String> problems = new ArrayList<>();
        for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
            String place = message.getPath().replace(RESOURCES, "");
            String line = message.getLine() > 0 ? ":" + message.getLine() : "";
            problems.add(origin.getOrDefault(place, place) + line + ": "
                    + message.getText().strip());
        }
        if (!problems.isEmpty()) {
            throw new RulesException(problems);
        }
        return ((InternalKieModule) builder.getKieModule()).getBytes();
    }

    private static KieBase load(KieServices services, ReleaseId release, byte[] bytes) {
        KieModule module =
                services.getRepository().addKieModule(services.getResources().newByteArrayResource(bytes));
        KieContainer container = services.newKieContainer(module.getReleaseId(), RuleCompiler.class.getClassLoader());
        services.getRepository().removeKieModule(release);
        return container.getKieBase();
    }

    /** Reads ids, sentences and bands; rules whose name or salience breaks the conventions are refused. */
    private static Map<String, FiredRule> headers(RuleFiles files) {
        Map<String, FiredRule> rules = new HashMap<>();
        List<String> problems = new ArrayList<>();
        files.texts().forEach((path, text) -> {
            Matcher rule = RULE.matcher(text);
            while (rule.find()) {
                int end = text.indexOf("\nrule ", rule.end());
                String body = text.substring(rule.end(), end < 0 ? text.length() : end);
                String where = "rules/" + path + ":" + line(text, rule.start(1));
                header(rule.group(1), body, where, problems).ifPresent(fired -> {
                    if (rules.put(rule.group(1), fired) != null) {
                        problems.add(where + ": a second rule is named " + rule.group(1) + ".");
                    }
                });
            }
        });
        if (!problems.isEmpty()) {
            throw new RulesException(problems);
        }
        return rules;
    }

    private static java.util.Optional<FiredRule> header(String name, String body, String where, List<String> problems) {
        int space = name.indexOf(' ');
        if (space < 0 || !name.substring(0, space).matches("[A-Z]{3}-\\d{3,4}")) {
            problems.add(
                    where + ": rule (" + name + ") needs a name of an id and a sentence, such as \"PRV-901 A school"
                            + " with a religious name is private\".");
            return java.util.Optional.empty();
        }
        Matcher salience = SALIENCE.matcher(body);
        java.util.Optional<Band> band =
                salience.find() ? Band.of(Integer.parseInt(salience.group(1))) : java.util.Optional.empty();
        if (band.isEmpty()) {
            problems.add(where + ": rule (" + name
                    + ") needs a salience of one of the bands 10000, 5000, 1000, 500, 300," + " 100 or -1000.");
        }
        return band.map(b -> new FiredRule(name.substring(0, space), name.substring(space + 1), b));
    }

    private static int line(String text, int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }
}
