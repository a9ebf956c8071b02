package org.workfrontoauth2.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts are served, and for which realm (contract, sections 1 and 9).
 *
 * <p>This is configuration of the server: a tenant's administrator cannot claim another tenant's host.
 */
public final class Hosts {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{1,63}");
    private static final String SERVER_REALM = "master";

    private final List<String> suffixes;
    private final Map<String, String> frontDoors;

    /**
     * @param suffixes what follows the second label of a served host, such as {@code workfront.example}
     * @param frontDoors shared hosts and the realm each of them stands for
     */
    public Hosts(List<String> suffixes, Map<String, String> frontDoors) {
        this.suffixes = suffixes.stream().map(Hosts::lowerCase).toList();
        this.frontDoors = frontDoors.entrySet().stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        entry -> lowerCase(entry.getKey()), Map.Entry::getValue));
    }

    /**
     * A host that is served.
     *
     * @param realm the realm's name
     */
    public record Served(String realm, Organisation organisation) {}

    /** The realm and the labels of this host, with or without a port; empty when it is not served. */
    public Optional<Served> served(@Nullable String authority) {
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
        if (labels.length < 3 || !isLabel(labels[0]) || !isLabel(labels[1]) || !suffixes.contains(labels[2])) {
            return Optional.empty();
        }
        return allowed(labels[0]).map(realm -> new Served(realm, new Organisation(labels[0], labels[1])));
    }

    /** The labels of a request that reached this realm by its path, whatever host it came through. */
    public Organisation organisation(String realm, @Nullable String authority) {
        return served(authority)
                .filter(host -> host.realm().equals(realm))
                .map(Served::organisation)
                .orElse(new Organisation(realm, Organisation.PRODUCTION));
    }

    private static Optional<String> allowed(String realm) {
        return SERVER_REALM.equals(realm) ? Optional.empty() : Optional.of(realm);
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
