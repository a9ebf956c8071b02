package org.workfrontoauth2.server.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What goes into a server before it starts: each of these costs one {@code kc.sh build}. */
enum Build {
    WITH_PRODUCT(true, "--db=dev-file"),
    WITH_PRODUCT_UNDER_A_PATH(true, "--db=dev-file", "--http-relative-path=/auth", "--http-management-relative-path=/"),
    WITH_PRODUCT_ON_POSTGRES(true, "--db=postgres"),
    STOCK(false, "--db=dev-file"),

    /** In the oldest Keycloak that is supported. */
    WITH_PRODUCT_IN_THE_OLDEST(true, "--db=dev-file"),

    /**
     * Built by its first start, also for the next one: servers share their files. With a feature that is off elsewhere:
     * policies that rotate the secrets of clients.
     */
    FOR_DEVELOPMENT(true, "--db=dev-file", "--features=client-secret-rotation");

    private static final List<String> ALWAYS = List.of("--health-enabled=true", "--metrics-enabled=true");

    private final boolean product;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> options;

    Build(boolean product, String... options) {
        this.product = product;
        this.options = List.of(options);
    }

    List<String> options() {
        return Stream.concat(ALWAYS.stream(), options.stream()).toList();
    }

    /** Of Keycloak. */
    String version() {
        return Given.text(this == WITH_PRODUCT_IN_THE_OLDEST ? "keycloak.oldest.version" : "keycloak.version");
    }

    /** Keycloak's server distribution. */
    Path archive() {
        return Given.path(this == WITH_PRODUCT_IN_THE_OLDEST ? "keycloak.oldest.dist" : "keycloak.dist");
    }

    /** The provider jars. */
    List<Path> jars() {
        return product ? List.of(jar("provider.jar"), jar("clock.jar")) : List.of(jar("clock.jar"));
    }

    private static Path jar(String property) {
        Path jar = Given.path(property);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("not built yet: " + jar);
        }
        return jar;
    }
}
