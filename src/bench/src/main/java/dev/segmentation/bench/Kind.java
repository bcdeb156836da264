package dev.segmentation.bench;

/** What sort of customer an entity of a generated list is. The shares are those of draws; a draw of a series gives several entities. */
enum Kind {
    /** A chain with many branches. */
    CHAIN(0.0006, 1),
    /** A listed company, by its real name. */
    LISTED(0.16, 0.45),
    /** A company whose name is put together from words of real names and from words that sound like them. */
    COMPANY(0.24, 0.25),
    /** A small business: a surname, a town or a praise, and a trade. */
    BUSINESS(0.31, 0.13),
    /** One of several companies that differ in their number alone, such as OAK SQUARE 2 LLC. */
    SERIES(0.015, 0.1),
    /** A building or an estate. */
    PROPERTY(0.05, 0.2),
    /** A body that its town tells from others of that name: church, school, hospital, city. */
    INSTITUTION(0.12, 0.28),
    /** A person. */
    PERSON(0.07, 0.06);

    /** How many of 1 entities are of this kind. */
    final double share;

    /** How many of 1 entities stand in the list more than once. */
    final double repeated;

    Kind(double share, double repeated) {
        this.share = share;
        this.repeated = repeated;
    }

    /** Whether a town or a number in the name says who it is, so that none may be added or cut off. */
    boolean exact() {
        return this == SERIES || this == INSTITUTION || this == PROPERTY || this == PERSON;
    }
}
