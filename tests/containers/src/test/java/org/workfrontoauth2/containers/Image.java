package org.workfrontoauth2.containers;

import java.nio.file.Path;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** The image of {@code docker/Dockerfile}, with the jar of this build. */
final class Image {

    static final String NAME = "keycloak-workfront-oauth2-test";

    private static final String VERSION = System.getProperty("keycloak.version");
    private static final String BASE = "quay.io/keycloak/keycloak:" + VERSION;
    private static final String DOCKERFILE = "docker/Dockerfile";
    private static final List<String> CONTEXT =
            List.of(DOCKERFILE, "LICENSE", "provider/target/keycloak-workfront-oauth2.jar");

    private Image() {}

    static String build() {
        ImageFromDockerfile image = new ImageFromDockerfile(NAME, false)
                .withDockerfilePath(DOCKERFILE)
                .withBuildArg("KEYCLOAK_VERSION", VERSION);
        Path root = Path.of(System.getProperty("root")).normalize();
        CONTEXT.forEach(file -> image.withFileFromPath(file, root.resolve(file)));
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
