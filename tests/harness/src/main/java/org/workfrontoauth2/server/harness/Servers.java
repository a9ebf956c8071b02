package org.workfrontoauth2.server.harness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Hands running servers and realms to tests, keeps the tests apart, and shows a failed test's part of the logs. */
final class Servers implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(Servers.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == KeycloakServer.class
                || type == OwnRealm.class
                || type == TwoNodes.class
                || type == Postgres.class
                || type == Remains.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == TwoNodes.class) {
            return running(context).nodes();
        }
        if (parameter.getParameter().getType() == Postgres.class) {
            return running(context).database();
        }
        if (parameter.getParameter().getType() == Remains.class) {
            return running(context).remains();
        }
        Setup setup = parameter
                .findAnnotation(RunsOn.class)
                .or(() -> findOnClass(context))
                .map(RunsOn::value)
                .orElse(Setup.DEFAULT);
        KeycloakServer server = running(context).get(setup);
        return parameter.getParameter().getType() == OwnRealm.class ? realm(server, parameter, context) : server;
    }

    /** Deleted when the context ends: after the class if one instance runs all its tests, after the test otherwise. */
    private static OwnRealm realm(KeycloakServer server, ParameterContext parameter, ExtensionContext context) {
        OwnRealm realm = parameter.isAnnotated(Ordinary.class) ? OwnRealm.ordinary(server) : OwnRealm.served(server);
        context.getStore(NAMESPACE).put(realm, realm);
        return realm;
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    private static Optional<RunsOn> findOnClass(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), RunsOn.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(NAMESPACE).put("logs", running(context).logEnds());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Running running = running(context);
        if (context.getExecutionException().isPresent()) {
            running.printLogs(context.getDisplayName(), logEnds(context));
        }
        running.resetClocks();
    }

    @SuppressWarnings("unchecked")
    private static Map<KeycloakServer, Long> logEnds(ExtensionContext context) {
        return (Map<KeycloakServer, Long>) context.getStore(NAMESPACE).get("logs");
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, any -> new Running(), Running.class);
    }

    /** Everything that was started; JUnit closes it when the last test has ended. */
    static final class Running implements AutoCloseable {

        private final Map<Setup, KeycloakServer> servers = new EnumMap<>(Setup.class);
        private final Set<Setup> failed = EnumSet.noneOf(Setup.class);
        private final List<Clock> nodesClocks = new ArrayList<>();
        private @Nullable Postgres database;

        /** A server that did not start is not tried again: it would cost every test minutes. */
        KeycloakServer get(Setup setup) {
            if (failed.contains(setup)) {
                throw new IllegalStateException(setup + " did not start, see the first test that needed it");
            }
            KeycloakServer server = servers.get(setup);
            if (server == null) {
                failed.add(setup);
                server = setup.isNode()
                        ? KeycloakServer.start(setup, database(), nodesClocks)
                        : KeycloakServer.start(setup);
                failed.remove(setup);
                servers.put(setup, server);
            }
            return server;
        }

        TwoNodes nodes() {
            return TwoNodes.of(get(Setup.FIRST_NODE), get(Setup.SECOND_NODE), database());
        }

        Remains remains() {
            return new Remains(List.copyOf(servers.values()));
        }

        private Postgres database() {
            if (database == null) {
                database = Postgres.start();
            }
            return database;
        }

        Map<KeycloakServer, Long> logEnds() {
            Map<KeycloakServer, Long> ends = new HashMap<>();
            servers.values().forEach(server -> ends.put(server, server.log().end()));
            return ends;
        }

        void printLogs(String test, Map<KeycloakServer, Long> ends) {
            servers.forEach((setup, server) -> {
                String lines = server.log().tail(ends.getOrDefault(server, 0L));
                if (!lines.isEmpty()) {
                    System.err.println("--- log of " + setup + " during " + test + "\n" + lines + "\n---");
                }
            });
        }

        void resetClocks() {
            servers.values().forEach(server -> server.clock().reset());
        }

        @Override
        public void close() {
            List<KeycloakServer> stopping = new ArrayList<>(servers.values());
            servers.clear();
            stopping.forEach(KeycloakServer::close);
            if (database != null) {
                database.close();
            }
        }
    }
}
