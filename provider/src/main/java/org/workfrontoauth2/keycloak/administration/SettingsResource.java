package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.application.ApplicationRules;
import org.workfrontoauth2.keycloak.application.Places;
import org.workfrontoauth2.keycloak.realm.CustomerId;
import org.workfrontoauth2.keycloak.realm.ServedRealms;
import org.workfrontoauth2.keycloak.realm.WidAttribute;

/** {@code /admin/realms/{realm}/oauth2-applications-settings}; needs {@code manage-realm}. */
public final class SettingsResource extends RealmSettings {

    private static final String ENABLED = "enabled";
    private static final String LIMIT = "limit";
    private static final String CUSTOMER_ID = "customerId";

    /** Read-only, and there only when it is true. */
    private static final String WID_IGNORED = "widIgnored";

    private static final int LARGEST_LIMIT = 100_000;
    private static final Pattern CUSTOMER = Pattern.compile("[0-9a-f]{32}");

    private final Administration administration;

    SettingsResource(Administration administration) {
        super(administration, "oauth2-applications-settings");
        this.administration = administration;
    }

    @Override
    void requireView() {
        administration.permissions().realm().requireManageRealm();
    }

    /**
     * Switching the contract on holds every client that is meant to be an application to it, gives the organisation a customer
     * ID, and lists the attribute {@code wid} in the user profile. A lower limit refuses new applications and deletes none.
     */
    @Override
    void changed(Map<String, Object> before) {
        if (Boolean.FALSE.equals(before.get(ENABLED)) && ServedRealms.include(administration.realm())) {
            switchOn();
        }
    }

    private void switchOn() {
        RealmModel realm = administration.realm();
        CustomerId.require(realm);
        WidAttribute.require(administration.session(), realm);
        ApplicationRules.holdAll(administration.session(), realm);
    }

    @Override
    void write(String member, @Nullable Object value) throws AdministrationRefused {
        switch (member) {
            case ENABLED -> {
                if (!(value instanceof Boolean flag)) {
                    throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_FLAG, ENABLED);
                }
                if (flag && !ServedRealms.mayInclude(administration.realm())) {
                    throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.NEVER_SERVED);
                }
                administration.realm().setAttribute(Setting.ENABLED.key(), flag.toString());
            }
            case LIMIT -> {
                if (!(value instanceof Integer limit) || limit < 0 || limit > LARGEST_LIMIT) {
                    throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_NUMBER, LIMIT, 0, LARGEST_LIMIT);
                }
                administration.realm().setAttribute(Setting.APPLICATION_LIMIT.key(), limit.toString());
            }
            case CUSTOMER_ID -> {
                if (!(value instanceof String text) || !CUSTOMER.matcher(text).matches()) {
                    throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_CUSTOMER_ID);
                }
                administration.realm().setAttribute(Setting.CUSTOMER_ID.key(), text);
            }
            case WID_IGNORED -> {
                // What was read is accepted back.
                if (!(value instanceof Boolean)) {
                    throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_FLAG, WID_IGNORED);
                }
            }
            default -> VerifyMembers.write(administration.realm(), member, value);
        }
    }

    /** The secret of gateways. */
    @Path("verify-secret")
    public VerifySecretResource verifySecret() {
        return new VerifySecretResource(administration);
    }

    @Override
    @SuppressWarnings("NullAway")
    Map<String, Object> document(KeycloakSession session, RealmModel realm) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(ENABLED, ServedRealms.isSwitchedOn(realm));
        document.put(LIMIT, Places.limit(realm));
        document.put(CUSTOMER_ID, realm.getAttribute(Setting.CUSTOMER_ID.key()));
        VerifyMembers.describe(realm, document);
        if (!WidAttribute.counts(session, realm)) {
            document.put(WID_IGNORED, true);
        }
        return document;
    }
}
