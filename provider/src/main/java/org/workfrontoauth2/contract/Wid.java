package org.workfrontoauth2.contract;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The user's ID as Workfront writes it: 32 hexadecimal digits (contract, section 4). */
public final class Wid {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Wid() {}

    /** The UUID that this {@code wid} is made of when it is that of a user without the attribute. */
    public static Optional<String> uuid(String wid) {
        return FORM.matcher(wid).matches()
                ? Optional.of(wid.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"))
                : Optional.empty();
    }

    /**
     * The {@code wid} of a user.
     *
     * @param attribute the user attribute {@code wid}; anything but 32 hexadecimal digits is as good as none
     * @param userId Keycloak's ID of the user, a UUID unless the user comes from a federated store
     * @param realmId the realm's ID, so that federated users of two realms never share a wid
     */
    public static String of(@Nullable String attribute, String realmId, String userId) {
        String chosen = attribute == null ? "" : attribute.toLowerCase(Locale.ROOT);
        if (FORM.matcher(chosen).matches()) {
            return chosen;
        }
        String uuid = userId.toLowerCase(Locale.ROOT);
        if (UUID.matcher(uuid).matches()) {
            return uuid.replace("-", "");
        }
        byte[] digest = Digest.sha256((realmId + '\n' + userId).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 16);
    }
}
