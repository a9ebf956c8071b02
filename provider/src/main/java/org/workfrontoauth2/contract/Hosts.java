package org.workfrontoauth2.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts are served, and for which realm (contract, sections 1 and 9).
 *
 * <p>This is configuration of the server: a tenant's administrator cannot claim another tenant's host.
 */
public final class Hosts {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{1,63}");
    private static final Pattern HOST = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    /** What Workfront Fusion puts before an organisation's domain. */
    private static final String PREFIX = "origin-";

    private static final String SERVER_REALM = "master";

    private final List<String> suffixes;
    private final Map<String, String> frontDoors;
    private final Optional<Set<String>> lanes;

    /**
     * @param suffixes what follows the second label of a served host, such as {@code workfront.example}
     * @param frontDoors shared hosts and the realm each of them stands for
     * @param lanes the second labels that are served; empty for any
     * @throws IllegalArgumentException when one of them cannot be part of a host
     */
    public Hosts(List<String> suffixes, Map<String, String> frontDoors, Optional<List<String>> lanes) {
        this.suffixes = suffixes.stream()
                .map(suffix -> checked(suffix, HOST, "A host suffix"))
                .toList();
        this.frontDoors = frontDoors.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> checked(entry.getKey(), HOST, "The host of a front door"), Map.Entry::getValue));
        this.lanes = lanes.map(all ->
                all.stream().map(lane -> checked(lane, LABEL, "A lane")).collect(Collectors.toUnmodifiableSet()));
        if (this.lanes.filter(Set::isEmpty).isPresent()) {
            throw new IllegalArgumentException("The list of lanes is empty. Leave it out to serve any lane.");
        }
    }

    /** Serves nothing. */
    public static Hosts none() {
        return new Hosts(List.of(), Map.of(), Optional.empty());
    }

    private static String checked(String text, Pattern allowed, String what) {
        String lower = lowerCase(text);
        if (!allowed.matcher(lower).matches()) {
            throw new IllegalArgumentException(what + " may have letters, digits and dashes only"
                    + (allowed == HOST ? ", with single dots between them: " : ", at most 63: ") + text);
        }
        return lower;
    }

    /**
     * A host that is served.
     *
     * @param realm the realm's name
     */
    public record Served(String realm, Organisation organisation) {}

    /** Whether {@link #served} asks which names are domains. */
    public boolean hasPrefix(@Nullable String authority) {
        return authority != null && lowerCase(authority).startsWith(PREFIX);
    }

    /**
     * The realm and the labels of this host, with or without a port; empty when it is not served. Where the first label with
     * the prefix {@code origin-} is no domain, the prefix is left out.
     *
     * @param isDomain whether a label is the domain of some realm; asked about labels with that prefix only
     */
    public Optional<Served> served(@Nullable String authority, Predicate<String> isDomain) {
        if (authority == null) {
            return Optional.empty();
        }
        String host = lowerCase(withoutPort(authority));
        String frontDoorOf = frontDoors.get(host);
        if (frontDoorOf != null) {
            return allowed(frontDoorOf)
                    .map(realm -> new Served(realm, new Organisation(realm, Organisation.PRODUCTION)));
        }
        String[] labels = host.split("\\.", 3);
        if (labels.length < 3 || !isLabel(labels[0]) || !isLane(labels[1]) || !suffixes.contains(labels[2])) {
            return Optional.empty();
        }
        return allowed(domain(labels[0], isDomain))
                .map(domain -> new Served(domain, new Organisation(domain, labels[1])));
    }

    /** The labels of a request that reached this realm by its path, whatever host it came through. */
    public Organisation organisation(String realm, @Nullable String authority, Predicate<String> isDomain) {
        return served(authority, isDomain)
                .filter(host -> host.realm().equals(realm))
                .map(Served::organisation)
                .orElse(new Organisation(realm, Organisation.PRODUCTION));
    }

    private static String domain(String label, Predicate<String> isDomain) {
        boolean prefixed = label.startsWith(PREFIX) && label.length() > PREFIX.length();
        return prefixed && !isDomain.test(label) ? label.substring(PREFIX.length()) : label;
    }

    private static Optional<String> allowed(String realm) {
        return SERVER_REALM.equals(realm) ? Optional.empty() : Optional.of(realm);
    }

    private boolean isLane(String label) {
        return isLabel(label) && lanes.map(all -> all.contains(label)).orElse(true);
    }

    private static boolean isLabel(String label) {
        return LABEL.matcher(label).matches();
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon < 0 ? authority : authority.substring(0, colon);
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
