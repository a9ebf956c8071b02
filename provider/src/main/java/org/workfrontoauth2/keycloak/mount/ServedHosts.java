package org.workfrontoauth2.keycloak.mount;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.workfrontoauth2.contract.ContractPath;
import org.workfrontoauth2.contract.Hosts;

/**
 * Which hosts this server serves: options of the server, never of a realm (contract, section 1). Keycloak reads them when it
 * starts, and hands them in here.
 */
@ApplicationScoped
public class ServedHosts {

    /** The ID of the provider that holds the options, and what its paths begin with. */
    public static final String PROVIDER = ContractPath.INTEGRATIONS;

    private static final String SUFFIXES = "host-suffixes";
    private static final String FRONT_DOORS = "front-doors";
    private static final String LANES = "lanes";

    /** Works out of the box on a developer's machine: every name under localhost leads to the loopback address. */
    private static final String DEFAULT_SUFFIX = "localhost";

    /** None while the server is starting. */
    private volatile Hosts hosts = Hosts.none();

    private volatile @Nullable KeycloakSessionFactory factory;

    /** From now on, these are served. */
    public void serve(Hosts served, KeycloakSessionFactory server) {
        factory = server;
        hosts = served;
    }

    /** The ones of the running server. */
    public static ServedHosts current() {
        return CDI.current().select(ServedHosts.class).get();
    }

    /** Reads the options; a malformed one keeps the server from starting. */
    public static Hosts read(Config.Scope config) {
        @Nullable String[] suffixes = config.getArray(SUFFIXES);
        @Nullable String[] frontDoors = config.getArray(FRONT_DOORS);
        Map<String, String> realms = new LinkedHashMap<>();
        for (String frontDoor : texts(frontDoors)) {
            int equals = frontDoor.indexOf('=');
            if (equals <= 0 || equals == frontDoor.length() - 1) {
                throw new IllegalArgumentException("A front door is written as host=realm: " + frontDoor);
            }
            realms.put(
                    frontDoor.substring(0, equals).strip(),
                    frontDoor.substring(equals + 1).strip());
        }
        @Nullable String[] lanes = config.getArray(LANES);
        return new Hosts(
                suffixes == null ? List.of(DEFAULT_SUFFIX) : texts(suffixes),
                realms,
                lanes == null ? Optional.empty() : Optional.of(texts(lanes)));
    }

    private static List<String> texts(@Nullable String @Nullable [] values) {
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .map(value -> value == null ? "" : value.strip())
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    /** The options, for Keycloak's own list of them. */
    public static List<ProviderConfigProperty> options() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(SUFFIXES)
                .type("string")
                .helpText("Comma-separated: what follows {domain}.{lane}. in the hosts of organisations.")
                .defaultValue(DEFAULT_SUFFIX)
                .add()
                .property()
                .name(FRONT_DOORS)
                .type("string")
                .helpText("Comma-separated host=realm pairs: shared hosts and the realm each of them stands for.")
                .add()
                .property()
                .name(LANES)
                .type("string")
                .helpText("Comma-separated: the lanes that are served, such as my,preview,sb01. Default: any.")
                .add()
                .build();
    }

    /** The hosts. */
    Hosts hosts() {
        return hosts;
    }

    /** Whether a realm was given the hosts of this name. Asks the database, in a transaction of its own. */
    boolean isDomain(String name) {
        KeycloakSessionFactory server = factory;
        return server != null && Domains.isGiven(server, name);
    }
}
