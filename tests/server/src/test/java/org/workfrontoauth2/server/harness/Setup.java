package org.workfrontoauth2.server.harness;

import java.util.List;
import java.util.stream.Stream;

/** The servers that tests run on, each started at most once in a run. */
public enum Setup {
    /** As {@code demo.sh} starts it. */
    DEFAULT(Build.WITH_PRODUCT, "--hostname-strict=false"),

    /** Keycloak as it was published, apart from the clock. */
    STOCK(Build.STOCK, "--hostname-strict=false"),

    /** Behind a reverse proxy, under a path, with a front door and one more host suffix. */
    BEHIND_A_PROXY(
            Build.WITH_PRODUCT_UNDER_A_PATH,
            "--hostname-strict=false",
            "--proxy-headers=xforwarded",
            "--spi-realm-restapi-extension--integrations--host-suffixes=localhost,workfront.example",
            "--spi-realm-restapi-extension--integrations--front-doors=oauth.my.localhost=acme"),

    /** Under one name for everything that a browser sees, and with a theme that its administrator chose. */
    FIXED_HOSTNAME(Build.WITH_PRODUCT, "--hostname=http://login.localhost:{port}", "--spi-theme--default=keycloak.v2");

    private static final List<String> ALWAYS = List.of(
            "--cache=local",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-management-host=127.0.0.1",
            "--shutdown-delay=0s",
            "--log-level=info,io.smallrye.health:off",
            "--spi-connections-infinispan--default--use-keycloak-time-service=true",
            "--import-realm");

    private final Build build;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> options;

    Setup(Build build, String... options) {
        this.build = build;
        this.options = List.of(options);
    }

    Build build() {
        return build;
    }

    String path() {
        return build == Build.WITH_PRODUCT_UNDER_A_PATH ? "/auth" : "";
    }

    List<String> options(int port, int managementPort) {
        List<String> ports = List.of("--http-port=" + port, "--http-management-port=" + managementPort);
        return Stream.of(ports, ALWAYS, options)
                .flatMap(List::stream)
                .map(option -> option.replace("{port}", Integer.toString(port)))
                .toList();
    }
}
