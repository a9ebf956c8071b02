package org.workfrontoauth2.keycloak.token;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.Redemption;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.TokenAnswer;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.call.TokenPolicies;
import org.workfrontoauth2.keycloak.grant.Endings;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.grant.Surplus;
import org.workfrontoauth2.keycloak.session.Login;
import org.workfrontoauth2.keycloak.session.SessionIds;
import org.workfrontoauth2.keycloak.storage.GrantEntity;

/**
 * Turns a code into the first session ID and refresh token of its grant (contract, section 4): collects what is known
 * about the code, lets {@link Redemption} decide, and acts on it if the grant's row has not changed since it was read.
 */
final class CodeRedemption {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Application application;
    private final EventBuilder event;
    private final Grants grants;

    CodeRedemption(KeycloakSession session, Application application, EventBuilder event) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.application = application;
        this.event = event;
        this.grants = new Grants(session);
    }

    /** Redeems the code in these parameters of a request; the application has authenticated. */
    TokenAnswer redeem(Map<String, String> parameters) throws Refused {
        GrantEntity grant = grants.find(grantOf(parameters.get("code")))
                .filter(begun -> begun.clientId().equals(application.client().getId()))
                .orElseThrow(() -> new Refused(Refusal.INVALID_CODE));
        try {
            return redeem(grant, parameters);
        } catch (Refused refused) {
            // Presented in vain by its own application, it is spent: whatever was issued from it ends (RFC 6749,
            // 4.1.2).
            grants.end(grant);
            throw refused;
        }
    }

    private static UUID grantOf(@Nullable String code) throws Refused {
        if (code == null) {
            throw new Refused(Refusal.MISSING_CODE);
        }
        return Grants.idOf(code);
    }

    private TokenAnswer redeem(GrantEntity grant, Map<String, String> parameters) throws Refused {
        Instant now = Grants.now();
        event.user(grant.userId()).session(grant.loginId()).detail(Details.CODE_ID, grant.loginId());
        refuseIf(redemption(grant, parameters).refusal(now));
        new TokenPolicies(session, event).askAboutCode(parameters);
        // Of two requests with one code, on whatever node, the second finds that the first has redeemed it.
        if (!grants.redeemIfFresh(grant, now)) {
            throw new Refused(Refusal.INVALID_CODE);
        }
        refuseIf(new Endings(session, realm)
                .refusal(grant, application, grant.consentedAt(), now)
                .map(Refusal::ofCode));
        UserModel user = session.users().getUserById(realm, grant.userId());
        event.detail(Details.REFRESH_TOKEN_TYPE, "workfront");
        new Surplus(session, realm).end(grant, event.getEvent().getIpAddress());
        TokenAnswer answer = new SessionIds(session, realm).issue(grant, application, user, now);
        return grant.scopeAsked() ? answer.withScope() : answer;
    }

    private Redemption redemption(GrantEntity grant, Map<String, String> parameters) {
        String redirectUri = parameters.getOrDefault("redirect_uri", "");
        return new Redemption(
                application.type(),
                new Redemption.Code(
                        grant.consentedAt(),
                        grant.redeemed(),
                        grant.redirectHash(),
                        grant.challenge(),
                        application.redirectUrls().include(redirectUri),
                        new Login(session, realm).goesOn(grant.loginId())),
                redirectUri,
                Optional.ofNullable(parameters.get("code_verifier")));
    }

    private static void refuseIf(Optional<Refusal> refusal) throws Refused {
        if (refusal.isPresent()) {
            throw new Refused(refusal.get());
        }
    }
}
