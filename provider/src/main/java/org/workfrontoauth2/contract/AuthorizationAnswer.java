package org.workfrontoauth2.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is added to every redirect back to an application, successful or not (contract, section 3).
 *
 * @param organisation the labels of the host that the login came through
 * @param issuer the server that responds (RFC 9207); empty leaves {@code iss} out
 * @param state the application's state, exactly as it was sent: Keycloak drops control characters and cannot write all
 *     of Unicode; empty leaves what is there
 */
public record AuthorizationAnswer(Organisation organisation, Optional<String> issuer, Optional<String> state) {

    /** Where the state is not known, or was not sent. */
    public AuthorizationAnswer(Organisation organisation, String issuer) {
        this(organisation, Optional.of(issuer), Optional.empty());
    }

    private static final String STATE = "state";
    private static final Set<String> OURS = Set.of("domain", "lane", "iss", "session_state");

    /**
     * The location with {@code domain}, {@code lane} and {@code iss}, without {@code session_state}. What the redirect
     * URL itself has in its query stays as it is; doing it twice changes nothing.
     */
    public String complete(String location, String redirectUri) {
        int question = location.indexOf('?');
        if (question < 0) {
            return location;
        }
        int own = ownPairs(redirectUri);
        List<String> pairs = new ArrayList<>();
        String[] sent = location.substring(question + 1).split("&");
        for (int i = 0; i < sent.length; i++) {
            boolean replaced = OURS.contains(name(sent[i]))
                    || state.isPresent() && name(sent[i]).equals(STATE);
            if (i < own || !replaced) {
                pairs.add(sent[i]);
            }
        }
        state.ifPresent(text -> pairs.add(STATE + "=" + encode(text)));
        pairs.add("domain=" + encode(organisation.domain()));
        pairs.add("lane=" + encode(organisation.lane()));
        issuer.ifPresent(url -> pairs.add("iss=" + encode(url)));
        return location.substring(0, question + 1) + String.join("&", pairs);
    }

    /** The same without {@code iss}, for libraries that were told endpoints only and refuse what they cannot compare. */
    public AuthorizationAnswer withoutIssuer() {
        return new AuthorizationAnswer(organisation, Optional.empty(), state);
    }

    /** Whether this location is the redirect URL with an answer for the application. */
    public static boolean leadsTo(String location, String redirectUri) {
        return location.startsWith(redirectUri)
                && location.length() > redirectUri.length()
                && (redirectUri.indexOf('?') >= 0 || location.charAt(redirectUri.length()) == '?');
    }

    /** The code in this location; empty when it carries none. */
    public static Optional<String> code(String location) {
        int question = location.indexOf('?');
        return question < 0
                ? Optional.empty()
                : Parameters.ofForm(location.substring(question + 1)).flatMap(query -> query.get("code"));
    }

    private static int ownPairs(String redirectUri) {
        int question = redirectUri.indexOf('?');
        return question < 0 || question == redirectUri.length() - 1
                ? 0
                : redirectUri.substring(question + 1).split("&").length;
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
