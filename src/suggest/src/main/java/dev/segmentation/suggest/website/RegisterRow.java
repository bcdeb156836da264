package dev.segmentation.suggest.website;

import java.util.regex.Pattern;

/**
 * An organisation whose website an open register knows.
 *
 * @param name its name, as the register has it
 * @param website its bare host
 * @param kind what the register is a list of
 * @param country where it is, blank if not known
 * @param state code of the state of a public body, blank for others
 * @param city its city, blank if not known
 * @param level what kind of body it is, such as City or County, blank for others
 * @param source the register
 */
public record RegisterRow(
        String name,
        String website,
        Kind kind,
        String country,
        String state,
        String city,
        String level,
        String source) {

    private static final Pattern ABOUT_ELECTIONS =
            Pattern.compile("(?i)elect|vot|clerk|regist|ballot|recorder|auditor");

    /** What a register lists. */
    public enum Kind {
        /** Listed companies. */
        COMPANY,
        /** Public bodies of the United States. */
        GOVERNMENT,
        /** Universities, colleges and schools of the world. */
        ACADEMIC
    }

    boolean local() {
        return kind == Kind.GOVERNMENT && !level.startsWith("Federal");
    }

    /** Whether the host is about elections alone, though the name is that of the whole town or county. */
    boolean electionsOnly() {
        return level.endsWith("Election") && !ABOUT_ELECTIONS.matcher(name).find();
    }

    boolean american() {
        return country.equals("United States");
    }
}
