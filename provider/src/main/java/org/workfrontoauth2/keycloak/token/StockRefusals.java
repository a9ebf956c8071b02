package org.workfrontoauth2.keycloak.token;

import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Errors;
import org.workfrontoauth2.contract.Refusal;

/**
 * Words Keycloak's own refusals in the contract's terms. Keycloak's event errors are its stable, documented codes; its
 * texts are not passed on.
 */
final class StockRefusals {

    private static final Map<String, Refusal> BY_EVENT = Map.ofEntries(
            Map.entry(Errors.INVALID_CODE, Refusal.INVALID_CODE),
            Map.entry(Errors.EXPIRED_CODE, Refusal.EXPIRED_CODE),
            Map.entry(Errors.INVALID_CLIENT, Refusal.INVALID_CODE),
            Map.entry(Errors.INVALID_REDIRECT_URI, Refusal.OTHER_REDIRECT_URI),
            Map.entry(Errors.CODE_VERIFIER_MISSING, Refusal.MISSING_VERIFIER),
            Map.entry(Errors.INVALID_CODE_VERIFIER, Refusal.WRONG_VERIFIER),
            Map.entry(Errors.PKCE_VERIFICATION_FAILED, Refusal.WRONG_VERIFIER),
            Map.entry(Errors.USER_SESSION_NOT_FOUND, Refusal.SESSION_ENDED),
            Map.entry(Errors.SESSION_EXPIRED, Refusal.SESSION_ENDED),
            Map.entry(Errors.USER_NOT_FOUND, Refusal.INVALID_USER),
            Map.entry(Errors.USER_DISABLED, Refusal.INVALID_USER),
            Map.entry(Errors.NOT_ALLOWED, Refusal.CONSENT_WITHDRAWN),
            Map.entry(Errors.CLIENT_NOT_FOUND, Refusal.UNKNOWN_CLIENT),
            Map.entry(Errors.CLIENT_DISABLED, Refusal.DISABLED_CLIENT),
            Map.entry(Errors.INVALID_CLIENT_CREDENTIALS, Refusal.WRONG_SECRET));

    private StockRefusals() {}

    /** The contract's refusal for one of Keycloak's. */
    static Refusal of(@Nullable String eventError, WebApplicationException refused) {
        Refusal known = eventError == null ? null : BY_EVENT.get(eventError);
        if (known != null) {
            return known;
        }
        return switch (refused.getResponse().getStatus()) {
            case 401 -> Refusal.WRONG_SECRET;
            case 400 -> "invalid_grant".equals(refused.getMessage()) ? Refusal.INVALID_GRANT : Refusal.INVALID_REQUEST;
            default -> Refusal.INVALID_REQUEST;
        };
    }
}
