package org.workfrontoauth2.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server for tests has: one organisation, its applications and its users.
 *
 * <pre>{@code
 * new Setup("acme")
 *         .webApplication("report", "http://localhost:3000/callback").with("workfront.rotate", "true")
 *         .machineToMachineApplication("nightly")
 *         .user("alice")
 * }</pre>
 *
 * <p>A setup is immutable. Each method returns another one. Secrets and passwords are known, so that a test can use them:
 * the secret of {@code report} is {@code report-secret}, and the password of {@code alice} is {@code alice}. Use it only
 * for tests.
 *
 * @param organisation the first label of the organisation's hosts, and the name of its realm
 */
public record Setup(String organisation, List<Application> applications, List<User> users) {

    /** The resource server that every organisation has; no application can have this client ID. */
    static final String API = "api";

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int MOST_APPLICATIONS = 10;

    /** @throws InvalidSetup if a server cannot have this setup */
    public Setup {
        if (!LABEL.matcher(organisation).matches() || organisation.equals("master")) {
            throw new InvalidSetup(
                    "The organisation \"" + organisation + "\" is not a label of a host name, or is master.");
        }
        if (applications.size() > MOST_APPLICATIONS) {
            throw new InvalidSetup("An organisation can have up to " + MOST_APPLICATIONS + " applications.");
        }
        Set<String> clientIds = new HashSet<>(Set.of(API));
        for (Application application : applications) {
            if (!clientIds.add(application.clientId())) {
                throw new InvalidSetup("The client ID " + application.clientId()
                        + (application.clientId().equals(API)
                                ? " is taken by the resource server."
                                : " is there twice."));
            }
        }
        Set<String> usernames = new HashSet<>();
        Set<String> wids = new HashSet<>();
        for (User user : users) {
            if (!usernames.add(user.username()) || !wids.add(user.wid())) {
                throw new InvalidSetup("The username or wid of " + user.username() + " is there twice.");
            }
        }
        applications = List.copyOf(applications);
        users = List.copyOf(users);
    }

    /** An organisation without applications and users. */
    public Setup(String organisation) {
        this(organisation, List.of(), List.of());
    }

    /**
     * The organisation {@code acme} with one application of each type and these users: {@code web} and
     * {@code single-page}, both with the redirect URL {@code http://localhost:3000/callback}, and {@code machine}.
     */
    public static Setup withUsers(String... usernames) {
        Setup setup = new Setup("acme")
                .webApplication("web", "http://localhost:3000/callback")
                .singlePageApplication("single-page", "http://localhost:3000/callback")
                .machineToMachineApplication("machine");
        for (String username : usernames) {
            setup = setup.user(username);
        }
        return setup;
    }

    /** Adds a web application, whose secret is the client ID followed by {@code -secret}. */
    public Setup webApplication(String clientId, String... redirectUrls) {
        return application(ApplicationType.WEB, clientId, secret(clientId), redirectUrls);
    }

    /** Adds a single page application, which has no secret. */
    public Setup singlePageApplication(String clientId, String... redirectUrls) {
        return application(ApplicationType.SINGLE_PAGE, clientId, null, redirectUrls);
    }

    /** Adds a machine to machine application, whose secret is the client ID followed by {@code -secret}. */
    public Setup machineToMachineApplication(String clientId) {
        return application(ApplicationType.MACHINE_TO_MACHINE, clientId, secret(clientId));
    }

    private Setup application(ApplicationType type, String clientId, @Nullable String secret, String... redirectUrls) {
        return application(new Application(type, clientId, secret, List.of(redirectUrls), Map.of()));
    }

    /** Adds an application. */
    public Setup application(Application application) {
        List<Application> more = new ArrayList<>(applications);
        more.add(application);
        return new Setup(organisation, more, users);
    }

    /**
     * Changes a setting ({@code docs/settings.md}) of the application that was added last.
     *
     * @throws InvalidSetup if there is no such setting for tests
     */
    public Setup with(String setting, String value) {
        if (applications.isEmpty()) {
            throw new InvalidSetup("There is no application yet that could have the setting " + setting + ".");
        }
        List<Application> changed = new ArrayList<>(applications);
        int last = changed.size() - 1;
        changed.set(last, changed.get(last).with(setting, value));
        return new Setup(organisation, changed, users);
    }

    /** Adds a user, whose password is the username. */
    public Setup user(String username) {
        return user(User.named(username));
    }

    /** Adds a user. */
    public Setup user(User user) {
        List<User> more = new ArrayList<>(users);
        more.add(user);
        return new Setup(organisation, applications, more);
    }

    /** Returns the application with this client ID, or throws an exception if there is none. */
    public Application application(String clientId) {
        return applications.stream()
                .filter(application -> application.clientId().equals(clientId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The setup has no application " + clientId + "."));
    }

    /** Returns the user with this username, or throws an exception if there is none. */
    public User findUser(String username) {
        return users.stream()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The setup has no user " + username + "."));
    }

    static String secret(String clientId) {
        return clientId + "-secret";
    }
}
