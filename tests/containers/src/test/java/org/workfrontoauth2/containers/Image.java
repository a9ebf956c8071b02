package org.workfrontoauth2.containers;

import java.nio.file.Path;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** The images of {@code docker}, with the jars of this build. */
final class Image {

    static final String NAME = "keycloak-workfront-oauth2-test";

    /** That of {@code docker/testing.Dockerfile}. */
    static final String FOR_TESTS = "keycloak-workfront-oauth2-testing-test";

    private static final String VERSION = System.getProperty("keycloak.version");
    private static final String BASE = "quay.io/keycloak/keycloak:" + VERSION;
    private static final String DOCKERFILE = "docker/Dockerfile";
    private static final List<String> CONTEXT =
            List.of(DOCKERFILE, "LICENSE", "provider/target/keycloak-workfront-oauth2.jar");

    private static final String DOCKERFILE_FOR_TESTS = "docker/testing.Dockerfile";
    private static final List<String> CONTEXT_FOR_TESTS = List.of(
            DOCKERFILE_FOR_TESTS,
            "docker/testing/start",
            "docker/testing/set-time",
            "testing/target/workfront-oauth2-testing.jar",
            "tests/clock/target/workfront-test-clock.jar");

    private Image() {}

    static String build() {
        return build(NAME, DOCKERFILE, CONTEXT, "KEYCLOAK_VERSION", VERSION);
    }

    /** On the other one, which is there. */
    static String buildForTests() {
        return build(FOR_TESTS, DOCKERFILE_FOR_TESTS, CONTEXT_FOR_TESTS, "IMAGE", NAME);
    }

    private static String build(String name, String dockerfile, List<String> context, String argument, String value) {
        ImageFromDockerfile image = new ImageFromDockerfile(name, false)
                .withDockerfilePath(dockerfile)
                .withBuildArg(argument, value);
        Path root = Path.of(System.getProperty("root")).normalize();
        context.forEach(file -> image.withFileFromPath(file, root.resolve(file)));
        return image.get();
    }

    /** What it adds to the official one, in bytes. */
    static long added() {
        return size(NAME) - size(BASE);
    }

    private static long size(String image) {
        return DockerClientFactory.lazyClient().inspectImageCmd(image).exec().getSize();
    }
}
