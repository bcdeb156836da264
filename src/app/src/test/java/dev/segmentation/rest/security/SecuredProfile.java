package dev.segmentation.rest.security;

import dev.segmentation.rest.ServiceFolders;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** The service with everything on by which people and machines can sign on; all tests of sign-on share it. */
public class SecuredProfile implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(ServiceFolders.class), new TestResourceEntry(SignOnSetup.class));
    }
}
