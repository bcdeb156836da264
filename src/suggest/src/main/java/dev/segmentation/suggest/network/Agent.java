package dev.segmentation.suggest.network;

import java.util.Map;

/** How the program introduces itself to servers, so that their owners know whom to write to. */
public final class Agent {
    /** The variable that holds an address of mail or of the web. */
    public static final String CONTACT = "SEGMENTER_CONTACT";

    private static final int LONGEST = 100;

    private Agent() {}

    /**
     * The text for {@code User-Agent}.
     *
     * @param version version of this product
     * @param environment the variables of the process
     */
    public static String of(String version, Map<String, String> environment) {
        String contact = environment
                .getOrDefault(CONTACT, "")
                .replaceAll("[^\\x21-\\x27\\x2A-\\x7E]+", " ")
                .strip();
        String shown = contact.substring(0, Math.min(LONGEST, contact.length()));
        return "segmenter/" + version + (shown.isEmpty() ? " (customer segmentation)" : " (" + shown + ")");
    }
}
