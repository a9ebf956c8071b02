package org.workfrontoauth2.keycloak.application;

import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.keycloak.realm.CustomerId;
import org.workfrontoauth2.keycloak.realm.ServedRealms;
import org.workfrontoauth2.keycloak.realm.WidAttribute;

/** Notices when the contract is switched on through Keycloak's own administration interface. */
public final class SwitchedOnRealms implements EventListenerProvider {

    private final KeycloakSession session;

    public SwitchedOnRealms(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        // What users do switches nothing on.
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getResourceType() != ResourceType.REALM || event.getOperationType() != OperationType.UPDATE) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (!ServedRealms.include(realm)) {
            return;
        }
        CustomerId.require(realm);
        WidAttribute.require(session, realm);
        ApplicationRules.adopt(session, realm);
    }

    @Override
    public void close() {}
}
