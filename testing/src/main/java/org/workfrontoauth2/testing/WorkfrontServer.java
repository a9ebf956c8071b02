package org.workfrontoauth2.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A server for tests, without Docker: starts Keycloak from its distribution, on free ports of 127.0.0.1.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final WorkfrontServer SERVER = WorkfrontServer.withUsers("alice");
 *
 * @Test
 * void readsTheReport(Workfront workfront) {
 *     String sessionId = workfront.sessionId("alice");
 * }
 * }</pre>
 *
 * <p>The server starts for the first test class that needs it, and runs until the last test has ended. Test classes with
 * the same setup share it. After each test, its time is the machine's time again. {@code docs/testing.md} says how to get
 * Keycloak.
 */
public final class WorkfrontServer
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(WorkfrontServer.class);

    private final Setup setup;
    private volatile @Nullable Workfront workfront;

    public WorkfrontServer(Setup setup) {
        this.setup = setup;
    }

    /** A server with the setup {@link Setup#withUsers}. */
    public static WorkfrontServer withUsers(String... usernames) {
        return new WorkfrontServer(Setup.withUsers(usernames));
    }

    /** The running server. A test can have it as a parameter too. */
    public Workfront workfront() {
        Workfront running = workfront;
        if (running == null) {
            throw new IllegalStateException("The server starts with the test class: annotate the field with"
                    + " @RegisterExtension, and do not ask before the first test.");
        }
        return running;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start(context);
    }

    /** For a field that is not static. */
    @Override
    public void beforeEach(ExtensionContext context) {
        start(context);
    }

    private void start(ExtensionContext context) {
        workfront = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(setup, any -> new Running(LocalServer.start(setup)), Running.class)
                .server()
                .workfront();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        workfront().resetTime();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Workfront.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return workfront();
    }

    /** JUnit closes it when the last test has ended. Versions before 5.13 look for the first interface only. */
    @SuppressWarnings("deprecation")
    private record Running(LocalServer server) implements Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            server.close();
        }
    }
}
