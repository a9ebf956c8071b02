package org.workfrontoauth2.keycloak.claims;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.Organisation;
import org.workfrontoauth2.keycloak.authorize.AuthorizeCall;
import org.workfrontoauth2.keycloak.mount.Mount;
import org.workfrontoauth2.keycloak.session.Users;

/** The contract's claims for ordinary OpenID Connect clients (contract, section 8). */
enum Claim {
    WID("wid", "The user's Workfront ID: 32 hexadecimal digits.") {
        @Override
        String value(RealmModel realm, UserModel user, AuthenticatedClientSessionModel login) {
            return Users.wid(realm, user);
        }
    },
    DOMAIN("domain", "First label of the host that the login came through.") {
        @Override
        String value(RealmModel realm, UserModel user, AuthenticatedClientSessionModel login) {
            return organisation(realm, login).domain();
        }
    },
    LANE("lane", "Second label of the host that the login came through.") {
        @Override
        String value(RealmModel realm, UserModel user, AuthenticatedClientSessionModel login) {
            return organisation(realm, login).lane();
        }
    };

    private final String claim;
    private final String help;

    Claim(String claim, String help) {
        this.claim = claim;
        this.help = help;
    }

    String claim() {
        return claim;
    }

    String help() {
        return help;
    }

    abstract String value(RealmModel realm, UserModel user, AuthenticatedClientSessionModel login);

    /** Remembered since the authorization request; logins without one came through the host of this first request. */
    private static Organisation organisation(RealmModel realm, AuthenticatedClientSessionModel login) {
        String domain = login.getNote(AuthorizeCall.domainNote());
        String lane = login.getNote(AuthorizeCall.laneNote());
        if (domain != null && lane != null) {
            return new Organisation(domain, lane);
        }
        Organisation present = Mount.organisation(realm);
        login.setNote(AuthorizeCall.domainNote(), present.domain());
        login.setNote(AuthorizeCall.laneNote(), present.lane());
        return present;
    }
}
