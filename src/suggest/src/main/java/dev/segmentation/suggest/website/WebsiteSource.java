package dev.segmentation.suggest.website;

import dev.segmentation.suggest.text.OpenMaster;
import java.io.IOException;
import java.util.List;

/** Something that knows websites. */
public interface WebsiteSource {
    /**
     * The hosts that may be the website of a master, in any order; none rather than a guess.
     *
     * @throws IOException if it cannot be asked now
     */
    List<WebsiteCandidate> candidates(OpenMaster master) throws IOException;
}
