package org.workfrontoauth2.keycloak.claims;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.keycloak.authorize.LoginOrigin;
import org.workfrontoauth2.keycloak.session.Users;

/** The contract's claims for ordinary OpenID Connect clients (contract, section 8). */
enum Claim {
    WID("wid", "The user's Workfront ID: 32 hexadecimal digits.") {
        @Override
        String value(KeycloakSession session, RealmModel realm, UserModel user, AuthenticatedClientSessionModel login) {
            return Users.wid(session, realm, user);
        }
    },
    DOMAIN("domain", "First label of the host that the login came through.") {
        @Override
        String value(KeycloakSession session, RealmModel realm, UserModel user, AuthenticatedClientSessionModel login) {
            return LoginOrigin.of(realm, login).domain();
        }
    },
    LANE("lane", "Second label of the host that the login came through.") {
        @Override
        String value(KeycloakSession session, RealmModel realm, UserModel user, AuthenticatedClientSessionModel login) {
            return LoginOrigin.of(realm, login).lane();
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

    abstract String value(
            KeycloakSession session, RealmModel realm, UserModel user, AuthenticatedClientSessionModel login);
}
