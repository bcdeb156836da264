package dev.segmentation.suggest;

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

    boolean american() {
        return country.equals("United States");
    }
}
