package org.workfrontoauth2.keycloak.application;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.workfrontoauth2.contract.ApplicationField;
import org.workfrontoauth2.contract.ApplicationPatch;
import org.workfrontoauth2.contract.Setting;

/** Maps the fields of an application to its Keycloak client, to Keycloak's own fields if there are any. */
public final class ApplicationClient {

    private static final String ABOUT = "workfront.description.url";
    private static final String DEVELOPER_NAME = "workfront.developer.name";
    private static final String DEVELOPER_EMAIL = "workfront.developer.email";

    private final ClientModel client;

    public ApplicationClient(ClientModel client) {
        this.client = client;
    }

    /** Writes the fields that were sent; those that do not change are left alone. */
    public void write(ApplicationPatch patch) {
        patch.values().forEach(this::write);
    }

    private void write(ApplicationField field, Optional<Object> value) {
        switch (field) {
            case NAME -> client.setName(text(value));
            case DESCRIPTION -> client.setDescription(text(value));
            case REDIRECT_URLS -> client.setRedirectUris(new HashSet<>(urls(value)));
            default -> attribute(key(field), text(value));
        }
    }

    private void attribute(String key, @Nullable String value) {
        if (value == null) {
            client.removeAttribute(key);
        } else {
            client.setAttribute(key, value);
        }
    }

    private static @Nullable String text(Optional<Object> value) {
        return value.map(Object::toString).orElse(null);
    }

    private static List<String> urls(Optional<Object> value) {
        return value.stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(String.class::cast)
                .toList();
    }

    /** The text of a field that is stored as an attribute. Null if there is none. */
    public @Nullable String attribute(ApplicationField field) {
        return client.getAttribute(key(field));
    }

    private static String key(ApplicationField field) {
        return switch (field) {
            case ROTATE -> Setting.ROTATE.key();
            case GRACE -> Setting.GRACE.key();
            case ABSOLUTE_EXPIRATION -> Setting.ABSOLUTE_EXPIRATION.key();
            case INACTIVE_EXPIRATION -> Setting.INACTIVE_EXPIRATION.key();
            case STANDARD_RESPONSES -> Setting.STANDARD_RESPONSES.key();
            case APP_DESCRIPTION_URL -> ABOUT;
            case DEVELOPER_NAME -> DEVELOPER_NAME;
            case DEVELOPER_EMAIL -> DEVELOPER_EMAIL;
            case PRIVACY_POLICY_URL -> ClientModel.POLICY_URI;
            case NAME, DESCRIPTION, REDIRECT_URLS ->
                throw new IllegalArgumentException(field + " is a member of the client");
        };
    }
}
