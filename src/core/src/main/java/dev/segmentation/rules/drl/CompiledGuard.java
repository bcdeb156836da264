package dev.segmentation.rules.drl;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The second look, and independent of the first: reads the classes that Drools made from rules and tells which methods and
 * fields they use beyond what rules need. A class can call nothing that its constant pool does not name.
 */
final class CompiledGuard {
    /** The rules themselves and the model that Drools builds from them. */
    private static final Pattern MODEL = Pattern.compile(
            "(rules/|org/drools/project/model/|org/drools/model/(?!codegen/|Drools$)|org/drools/modelcompiler/(dsl|util)/).*");

    /** What describes the rules as a module; it stands in a class that does not depend on the rules' text. */
    private static final Pattern MODULE = Pattern.compile(
            "(org/kie/(api|util/maven/support)/|" + "org/drools/modelcompiler/CanonicalKieModuleModel).*");

    private static final Pattern FACT = Pattern.compile(
            "dev/segmentation/(customer/Method|rules/(Master|Term|Concept|KnownEntity|HumanDecision(\\$Kind)?))\\.(\\w+)");

    private static final Set<String> OTHERS = Set.of(
            "java/lang/Object.<init>",
            "java/lang/Object.equals",
            "java/lang/System.arraycopy",
            "java/lang/Enum.<init>",
            "java/lang/Enum.valueOf",
            "java/lang/RuntimeException.<init>",
            "java/lang/IllegalArgumentException.<init>",
            "java/lang/Integer.valueOf",
            "java/lang/Integer.intValue",
            "java/lang/Boolean.valueOf",
            "java/lang/Boolean.booleanValue",
            "java/lang/String.equals",
            "java/lang/String.hashCode",
            "java/lang/String.valueOf",
            "java/lang/String.startsWith",
            "java/lang/String.endsWith",
            "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
            "java/time/format/DateTimeFormatterBuilder.<init>",
            "java/time/format/DateTimeFormatterBuilder.parseCaseInsensitive",
            "java/time/format/DateTimeFormatterBuilder.appendPattern",
            "java/time/format/DateTimeFormatterBuilder.toFormatter",
            "java/util/Arrays.asList",
            "java/util/Collections.emptyList",
            "java/util/Locale.ENGLISH",
            "org/drools/util/DateUtils.getDateFormatMask",
            "org/drools/modelcompiler/consequence/DroolsImpl.asKnowledgeHelper",
            "org/drools/core/rule/consequence/KnowledgeHelper.insertLogical");

    private static final int LONG = 5;

    private static final int DOUBLE = 6;

    private final Map<Integer, String> texts = new TreeMap<>();
    private final Map<Integer, int[]> references = new TreeMap<>();
    private final Map<Integer, int[]> members = new TreeMap<>();

    private CompiledGuard() {}

    /**
     * What a class uses beyond the list, as {@code java/lang/Runtime.exec}.
     */
    static Set<String> unknown(byte[] bytes) {
        CompiledGuard pool = new CompiledGuard();
        try {
            String name = pool.read(new DataInputStream(new ByteArrayInputStream(bytes)));
            return pool.unknown(name.startsWith("org/drools/project/model/"));
        } catch (IOException e) {
            throw new IllegalStateException("a compiled rule is no class file", e);
        }
    }

    private Set<String> unknown(boolean module) {
        Set<String> unknown = new TreeSet<>();
        for (int[] member : members.values()) {
            String owner = texts.get(references.get(member[0])[0]);
            String used = owner + "." + texts.get(references.get(member[1])[0]);
            if (!allowed(owner, used) && !(module && MODULE.matcher(owner).matches())) {
                unknown.add(used);
            }
        }
        return unknown;
    }

    private static boolean allowed(String owner, String used) {
        if (MODEL.matcher(owner).matches() || OTHERS.contains(used)) {
            return true;
        }
        var fact = FACT.matcher(used);
        String member = fact.matches() ? fact.group(4) : "";
        return DrlWords.QUESTIONS.contains(member)
                || DrlWords.CONSTANTS.contains(member)
                || member.equals(DrlWords.PROPOSE)
                || owner.startsWith("[") && used.endsWith(".clone");
    }

    /** Reads the constant pool; gives the name of the class. */
    private String read(DataInputStream in) throws IOException {
        in.readLong();
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            entry(in, tag, i);
            i += tag == LONG || tag == DOUBLE ? 1 : 0;
        }
        in.readUnsignedShort();
        return texts.get(references.get(in.readUnsignedShort())[0]);
    }

    private void entry(DataInputStream in, int tag, int index) throws IOException {
        switch (tag) { // the numbers of the Java Virtual Machine Specification, 4.4
            case 1 -> texts.put(index, in.readUTF());
            case 7, 8, 16 -> references.put(index, new int[] {in.readUnsignedShort()}); // class, string, type of method
            case 12 ->
                references.put(index, new int[] {in.readUnsignedShort(), in.readUnsignedShort()}); // name and type
            case 9, 10, 11 -> // field, method, method of an interface
                members.put(index, new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
            case 15 -> in.skipNBytes(3); // handle of a method
            case 3, 4, 17, 18 -> in.skipNBytes(4); // int, float, dynamic
            case LONG, DOUBLE -> in.skipNBytes(8);
            default -> throw new IOException("unknown entry " + tag + " in its constant pool");
        }
    }
}
