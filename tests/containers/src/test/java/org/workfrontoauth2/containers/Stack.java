package org.workfrontoauth2.containers;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** Keycloak in production mode and PostgreSQL, as {@code docker/compose.yaml} puts them together. */
final class Stack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MANAGEMENT_PORT = 9000;
    private static final String PASSWORD = "database-password-for-the-test-only";

    private final String image;
    private final Network network = Network.newNetwork();
    private final GenericContainer<?> database = new GenericContainer<>("postgres:17");
    private KeycloakContainer keycloak;

    private Stack(String image) {
        this.image = image;
        database.withNetwork(network)
                .withNetworkAliases("database")
                .withEnv("POSTGRES_DB", "keycloak")
                .withEnv("POSTGRES_USER", "keycloak")
                .withEnv("POSTGRES_PASSWORD", PASSWORD)
                .waitingFor(Wait.forSuccessfulCommand("pg_isready --host=127.0.0.1 --username=keycloak")
                        .withStartupTimeout(PATIENCE));
        keycloak = newKeycloak();
    }

    static Stack start(String image) {
        Stack stack = new Stack(image);
        try {
            stack.database.start();
            stack.keycloak.start();
            return stack;
        } catch (RuntimeException e) {
            System.err.println(stack.keycloak.getContainerId() == null ? "" : stack.keycloak.getLogs());
            stack.close();
            throw e;
        }
    }

    /** The HTTP port on the loopback: another one after every replacement. */
    int port() {
        return keycloak.getHttpPort();
    }

    KeycloakContainer keycloak() {
        return keycloak;
    }

    /** As an update does: a new container, the same database. */
    void replaceKeycloak() {
        keycloak.stop();
        keycloak = newKeycloak();
        keycloak.start();
    }

    private KeycloakContainer newKeycloak() {
        return new KeycloakContainer(image)
                .withNetwork(network)
                .withProductionMode()
                .withOptimizedFlag()
                .withRealmImportFile("acme-realm.json")
                .withEnv("KC_DB_URL", "jdbc:postgresql://database/keycloak")
                .withEnv("KC_DB_USERNAME", "keycloak")
                .withEnv("KC_DB_PASSWORD", PASSWORD)
                .withEnv("KC_HTTP_ENABLED", "true")
                .withEnv("KC_HOSTNAME_STRICT", "false")
                // Started is not ready: the realm may still be on its way in.
                .waitingFor(
                        Wait.forHttp("/health/ready").forPort(MANAGEMENT_PORT).withStartupTimeout(PATIENCE));
    }

    @Override
    public void close() {
        keycloak.stop();
        database.stop();
        network.close();
    }
}
