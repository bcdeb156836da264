package dev.segmentation.rest.security;

/** What the service answers to somebody who did not sign on. */
final class Challenge {
    /** Browsers send it, and nobody else. */
    static final String FETCH_SITE = "Sec-Fetch-Site";

    private Challenge() {}

    /** Browsers would open a window of their own for Basic; to them it is not offered. */
    static String text(SignOn signOn, String fetchSite) {
        boolean browser = fetchSite != null;
        String bearer = "Bearer realm=\"segmenter\"";
        return signOn.accounts().hasPasswords() && !browser
                ? "Basic realm=\"segmenter\", charset=\"UTF-8\", " + bearer
                : bearer;
    }
}
