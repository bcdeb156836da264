package dev.segmentation.bench;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** A spelling in the making: the words of the name, its legal form as written, and what stands behind both. */
final class Draft {
    private static final Pattern INITIALS =
            Pattern.compile("\\b(?:Llc|Llp|Lp|Plc|Dds|Md|Cpa|Ii|Iii|Iv|Vi|Vii|Viii|Ix|Xi|Xii)\\b");

    final Entity entity;
    final Random random;
    String core;
    String form;
    String tail = "";
    int cut;

    Draft(Entity entity, String form, Random random) {
        this.entity = entity;
        this.random = random;
        this.core = entity.core();
        this.form = form;
    }

    /** Whether anything may be cut off or put behind it without making it another entity. */
    boolean free() {
        return !entity.kind().exact();
    }

    String[] words() {
        return core.strip().split(" +");
    }

    void words(String... words) {
        core = String.join(" ", words);
    }

    /** The whole name, in the case that most lists use or as its owner writes it. */
    String text(boolean upper) {
        String text = core;
        if (!form.isEmpty()) {
            text += (form.startsWith(",") ? "" : " ") + form;
        }
        if (!tail.isEmpty()) {
            text += " " + tail;
        }
        if (cut > 0 && text.length() > cut) {
            text = text.substring(0, cut).stripTrailing();
        }
        return upper ? text.toUpperCase(Locale.ROOT) : shouted(core) ? titled(text) : text;
    }

    private static boolean shouted(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static String titled(String text) {
        StringBuilder titled = new StringBuilder(text.toLowerCase(Locale.ROOT));
        for (int i = 0; i < titled.length(); i++) {
            if (i == 0 || " -&/(".indexOf(titled.charAt(i - 1)) >= 0) {
                titled.setCharAt(i, Character.toUpperCase(titled.charAt(i)));
            }
        }
        return INITIALS.matcher(titled).replaceAll(match -> match.group().toUpperCase(Locale.ROOT));
    }
}
