package org.workfrontoauth2.keycloak.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.Digest;
import org.workfrontoauth2.contract.JwtClaims;
import org.workfrontoauth2.contract.JwtIds;
import org.workfrontoauth2.contract.JwtRules;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.Setting;

/**
 * The {@code jti} that an application has used (contract, section 5). Keycloak keeps them for all nodes, in memory and
 * without a limit. This class limits how many one node adds for each application.
 */
final class UsedJwtIds {

    private static final String KEY = "workfront-jti:";
    private static final int MOST = 50_000;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

    /** By the client's ID, which no two realms share. */
    private static final Map<String, JwtIds> REMEMBERED = new ConcurrentHashMap<>();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;

    UsedJwtIds(KeycloakSession session, RealmModel realm, ClientModel client) {
        this.session = session;
        this.realm = realm;
        this.client = client;
    }

    /** Uses this one up; refuses it when it was used before, or when there are too many to remember. */
    void use(JwtClaims claims, String id, Instant now) throws Refused {
        if (!REMEMBERED.containsKey(client.getId())) {
            REMEMBERED.values().removeIf(ids -> !ids.haveAny(now));
        }
        JwtIds ofApplication = REMEMBERED.computeIfAbsent(client.getId(), any -> new JwtIds());
        if (!ofApplication.haveRoom(most(), now)) {
            throw new Refused(Refusal.TOO_MANY_JWT_IDS);
        }
        String name = Digest.sha256Hex(client.getId() + '\n' + claims.issuer() + '\n' + id);
        Instant until = JwtRules.deadAt(claims);
        long seconds = Math.max(0, Duration.between(now, until).toSeconds()) + 1;
        if (!session.singleUseObjects().putIfAbsent(KEY + name, seconds)) {
            throw new Refused(Refusal.JWT_REPLAYED);
        }
        ofApplication.add(until);
    }

    /** A realm may want fewer; more are the server's to refuse. */
    private int most() {
        String setting = realm.getAttribute(Setting.JWT_IDS.key());
        return setting != null && NUMBER.matcher(setting.strip()).matches()
                ? Math.min(MOST, Integer.parseInt(setting.strip()))
                : MOST;
    }
}
