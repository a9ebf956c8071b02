package org.workfrontoauth2.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request to the authorization endpoint (contract, section 3).
 *
 * @param parameters the query
 */
public record AuthorizeRequest(Parameters parameters) {

    private static final String CLIENT_ID = "client_id";
    private static final String REDIRECT_URI = "redirect_uri";
    private static final String RESPONSE_TYPE = "response_type";
    private static final String CODE = "code";
    private static final String STATE = "state";
    private static final String SCOPE = "scope";
    private static final String PROMPT = "prompt";
    private static final String CONSENT = "consent";
    private static final String MAX_AGE = "max_age";
    private static final String CHALLENGE = "code_challenge";
    private static final String METHOD = "code_challenge_method";

    /**
     * Characters. A state of this length comes back on every way: in the worst case of 6 bytes each, in the addresses of
     * the login's pages, it takes half of the longest request line that Keycloak reads.
     */
    private static final int MAX_VALUE = 2000;

    private static final List<String> LIKE_STOCK =
            List.of(PROMPT, "login_hint", "ui_locales", "kc_idp_hint", MAX_AGE, CHALLENGE, METHOD);
    private static final Set<String> KNOWN = Set.of(
            CLIENT_ID,
            REDIRECT_URI,
            RESPONSE_TYPE,
            STATE,
            SCOPE,
            PROMPT,
            "login_hint",
            "ui_locales",
            "kc_idp_hint",
            MAX_AGE,
            "response_mode",
            "request",
            "request_uri",
            CHALLENGE,
            METHOD);

    /** RFC 7636, 4.2: base64url without padding of 32 bytes. */
    private static final Pattern S256_CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** Reads the raw query; empty when it is malformed. */
    public static Optional<AuthorizeRequest> read(String rawQuery) {
        return Parameters.ofForm(rawQuery).map(AuthorizeRequest::new);
    }

    /** The client ID; empty when missing or sent twice: such a request never redirects. */
    public Optional<String> clientId() {
        return once(CLIENT_ID);
    }

    /** The redirect URL; empty when missing or sent twice: such a request never redirects. */
    public Optional<String> redirectUri() {
        return once(REDIRECT_URI);
    }

    /** What comes back unchanged; empty when it was not sent, twice, or is too long to come back. */
    public Optional<String> state() {
        return once(STATE).filter(value -> !isTooLong(value));
    }

    /** Whether the state cannot come back: such a request never redirects, because it would do so without it. */
    public boolean stateIsTooLong() {
        return parameters.get(STATE).filter(AuthorizeRequest::isTooLong).isPresent();
    }

    /** Whether a value is longer than what is carried through a login. */
    public static boolean isTooLong(String value) {
        return value.length() > MAX_VALUE;
    }

    private Optional<String> once(String name) {
        return parameters.repeated().contains(name) ? Optional.empty() : parameters.get(name);
    }

    /** Whether a scope is asked for; which one does not matter. */
    public boolean asksForScope() {
        return parameters.get(SCOPE).filter(scope -> !scope.isBlank()).isPresent();
    }

    /** What is wrong with the request, apart from its client and its redirect URL. */
    public Optional<Refusal> refusal(ApplicationType type) {
        if (parameters.repeats(KNOWN)) {
            return Optional.of(Refusal.REPEATED_PARAMETER);
        }
        if (KNOWN.stream().filter(name -> !name.equals(SCOPE)).anyMatch(this::isOversized)) {
            return Optional.of(Refusal.OVERSIZED_PARAMETER);
        }
        if (parameters.get(RESPONSE_TYPE).isEmpty()) {
            return Optional.of(Refusal.MISSING_RESPONSE_TYPE);
        }
        if (differs(RESPONSE_TYPE, CODE)) {
            return Optional.of(Refusal.UNSUPPORTED_RESPONSE_TYPE);
        }
        if (differs("response_mode", "query")) {
            return Optional.of(Refusal.UNSUPPORTED_RESPONSE_MODE);
        }
        if (parameters.get("request").or(() -> parameters.get("request_uri")).isPresent()) {
            return Optional.of(Refusal.REQUEST_OBJECT);
        }
        if (parameters
                .get(MAX_AGE)
                .filter(age -> !SECONDS.matcher(age).matches())
                .isPresent()) {
            return Optional.of(Refusal.INVALID_MAX_AGE);
        }
        return challengeRefusal(type);
    }

    private Optional<Refusal> challengeRefusal(ApplicationType type) {
        Optional<String> challenge = parameters.get(CHALLENGE);
        Optional<String> method = parameters.get(METHOD);
        if (challenge.isEmpty() && method.isEmpty()) {
            return type == ApplicationType.SINGLE_PAGE ? Optional.of(Refusal.MISSING_CHALLENGE) : Optional.empty();
        }
        boolean sound = method.filter("S256"::equals).isPresent()
                && challenge
                        .filter(text -> S256_CHALLENGE.matcher(text).matches())
                        .isPresent();
        return sound ? Optional.empty() : Optional.of(Refusal.INVALID_CHALLENGE);
    }

    private boolean isOversized(String name) {
        return parameters.get(name).filter(AuthorizeRequest::isTooLong).isPresent();
    }

    private boolean differs(String name, String expected) {
        return parameters.get(name).filter(value -> !value.equals(expected)).isPresent();
    }

    /** Whether the user must be asked even if they allowed this application before (RFC 8252, 8.6). */
    public boolean asksEveryTime(ApplicationType type) {
        return redirectUri().filter(url -> asksEveryTime(type, url)).isPresent();
    }

    /** Whether the user must be asked before anything goes to this redirect URL (RFC 8252, 8.6). */
    public static boolean asksEveryTime(ApplicationType type, String redirectUri) {
        return type == ApplicationType.SINGLE_PAGE && RedirectUrl.isOnDevice(redirectUri);
    }

    /**
     * The query for the server's own authorization endpoint. The scope and whatever else came along is left out: it is
     * read and ignored, whatever it holds.
     *
     * @param refused whether the request is going to be refused; then only what the redirect needs is kept
     */
    public Map<String, String> forServer(ApplicationType type, boolean refused) {
        Map<String, String> values = new LinkedHashMap<>();
        clientId().ifPresent(value -> values.put(CLIENT_ID, value));
        redirectUri().ifPresent(value -> values.put(REDIRECT_URI, value));
        values.put(RESPONSE_TYPE, CODE);
        state().ifPresent(value -> values.put(STATE, value));
        if (!refused) {
            LIKE_STOCK.forEach(name -> parameters.get(name).ifPresent(value -> values.put(name, value)));
            if (asksEveryTime(type)) {
                values.merge(PROMPT, CONSENT, (asked, consent) -> asked + ' ' + consent);
            }
        }
        return values;
    }
}
