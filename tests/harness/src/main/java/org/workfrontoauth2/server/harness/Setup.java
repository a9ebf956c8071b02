package org.workfrontoauth2.server.harness;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The servers that tests run on, each started at most once in a run. */
public enum Setup {
    /** As {@code demo.sh} starts it, but for production. */
    DEFAULT(Build.WITH_PRODUCT, "--hostname-strict=false"),

    /**
     * With {@code start-dev}, as {@code demo.sh} does: themes are read anew for each page. What there is, is counted every
     * second.
     */
    DEVELOPMENT(Build.FOR_DEVELOPMENT, "--spi-realm-restapi-extension--integrations--metrics-interval=1"),

    /** Keycloak as it was published, apart from the clock. */
    STOCK(Build.STOCK, "--hostname-strict=false"),

    /** As the default, in the oldest Keycloak that is supported. */
    OLDEST(Build.WITH_PRODUCT_IN_THE_OLDEST, "--hostname-strict=false"),

    /**
     * Behind a reverse proxy, under a path, with a front door, one more host suffix and a list of lanes, and with paths
     * accepted that are not normalised.
     */
    BEHIND_A_PROXY(
            Build.WITH_PRODUCT_UNDER_A_PATH,
            "--hostname-strict=false",
            "--proxy-headers=xforwarded",
            "--spi-realm-restapi-extension--integrations--host-suffixes=localhost,workfront.example",
            "--spi-realm-restapi-extension--integrations--front-doors=oauth.my.localhost=acme",
            "--spi-realm-restapi-extension--integrations--lanes=my,preview,sb01",
            "--http-accept-non-normalized-paths=true"),

    /**
     * Behind a proxy that says which address a request came from: devices of every address can be played. Every request is in
     * its log.
     */
    DEVICES(
            Build.WITH_PRODUCT,
            "--hostname-strict=false",
            "--proxy-headers=xforwarded",
            "--http-access-log-enabled=true"),

    /** Under one name for everything that a browser sees, and with a theme that its administrator chose. */
    FIXED_HOSTNAME(Build.WITH_PRODUCT, "--hostname=http://login.localhost:{port}", "--spi-theme--default=keycloak.v2"),

    /** The console under a name of its own beside that of the logins, on the same site. */
    HOST_FOR_ADMINISTRATORS(
            Build.WITH_PRODUCT,
            "--hostname=http://login.globex.localhost:{port}",
            "--hostname-admin=http://console.globex.localhost:{port}"),

    /** One of {@link TwoNodes}: the one that imports the realm. */
    FIRST_NODE(Build.WITH_PRODUCT_ON_POSTGRES, "--hostname-strict=false", "--proxy-headers=xforwarded"),

    /** The other one, started when the first is ready. */
    SECOND_NODE(Build.WITH_PRODUCT_ON_POSTGRES, "--hostname-strict=false", "--proxy-headers=xforwarded");

    private static final List<String> ALONE = List.of("--cache=local");

    private static final List<String> NODE = List.of(
            "--db-url={database}",
            "--db-username=" + Postgres.USER,
            "--cache=ispn",
            "--cache-stack=jdbc-ping",
            "--cache-embedded-network-bind-address=127.0.0.1",
            "--cache-embedded-network-bind-port={cluster-port}");

    private static final List<String> ALWAYS = List.of(
            "--http-port={port}",
            "--http-management-port={management-port}",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-management-host=127.0.0.1",
            "--shutdown-delay=0s",
            "--log-level=info,io.smallrye.health:off",
            "--spi-connections-infinispan--default--use-keycloak-time-service=true");

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

    boolean isForDevelopment() {
        return build == Build.FOR_DEVELOPMENT;
    }

    boolean isNode() {
        return build == Build.WITH_PRODUCT_ON_POSTGRES;
    }

    boolean importsTheRealm() {
        return this != SECOND_NODE;
    }

    /** {@code {name}} in an option stands for the value of that name. */
    List<String> options(Map<String, String> values) {
        List<String> realm = importsTheRealm() ? List.of("--import-realm") : List.of();
        return Stream.of(ALWAYS, isNode() ? NODE : ALONE, realm, options)
                .flatMap(List::stream)
                .map(option -> filled(option, values))
                .toList();
    }

    private static String filled(String option, Map<String, String> values) {
        String filled = option;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
