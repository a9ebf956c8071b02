package org.workfrontoauth2.testing;

import dasniko.testcontainers.keycloak.ExtendableKeycloakContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.wait.strategy.Wait;
import org.workfrontoauth2.walkthrough.Loopback;

/**
 * A server for tests in a container, built on {@code testcontainers-keycloak}, from the image for tests
 * ({@code docker/testing.Dockerfile}).
 *
 * <pre>{@code
 * @Container
 * static final WorkfrontContainer CONTAINER = new WorkfrontContainer(Setup.withUsers("alice"));
 *
 * String sessionId = CONTAINER.workfront().sessionId("alice");
 * }</pre>
 *
 * <p>It also needs the dependency {@code com.github.dasniko:testcontainers-keycloak}. After a test that has moved the
 * time, call {@link #resetTime()}.
 */
public class WorkfrontContainer extends ExtendableKeycloakContainer<WorkfrontContainer> {

    /** The name of the image for tests if it was built as {@code docs/testing.md} says. */
    public static final String IMAGE = "keycloak-workfront-oauth2-testing";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MANAGEMENT_PORT = 9000;

    private final Setup setup;
    private @Nullable Workfront workfront;

    public WorkfrontContainer(Setup setup) {
        this(IMAGE, setup);
    }

    /** @param image the image for tests, under another name */
    public WorkfrontContainer(String image, Setup setup) {
        super(image);
        this.setup = setup;
        withProductionMode()
                .withOptimizedFlag()
                .withEnv(RealmFileCommand.VARIABLE, SetupDocument.write(setup))
                // Started is not ready: the realm may still be on its way in.
                .waitingFor(
                        Wait.forHttp("/health/ready").forPort(MANAGEMENT_PORT).withStartupTimeout(PATIENCE));
    }

    /** The running server. */
    public Workfront workfront() {
        if (!isRunning()) {
            throw new IllegalStateException("The container is not running.");
        }
        if (workfront == null) {
            workfront = connect();
        }
        return workfront;
    }

    private Workfront connect() {
        Loopback server = new Loopback(new InetSocketAddress(getHost(), getHttpPort()));
        String keycloak = "http://" + getHost() + ":" + getHttpPort();
        return new Workfront(
                setup,
                server,
                keycloak,
                new Administrator(server, keycloak, getAdminUsername(), getAdminPassword()),
                this::setTime);
    }

    /** Sets the server's time back to the machine's. */
    public void resetTime() {
        workfront().resetTime();
    }

    /** Inside the container: the clock obeys nobody else. */
    private void setTime(Duration offset) {
        try {
            ExecResult result = execInContainer("set-time", Long.toString(offset.toSeconds()));
            if (result.getExitCode() != 0) {
                throw new IllegalStateException("The time could not be set: " + result.getStderr());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next start is another server. */
    @Override
    public void stop() {
        workfront = null;
        super.stop();
    }
}
