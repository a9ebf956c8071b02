package org.workfrontoauth2.server.administration;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;

/** An LDAP directory with one user, which stops when it is told to. */
final class Directory implements AutoCloseable {

    static final String USER = "lydia";

    private static final String SUFFIX = "dc=acme,dc=example";
    private static final String ENTRY = "uid=" + USER + "," + SUFFIX;
    private static final String MANAGER = "cn=manager";

    private final InMemoryDirectoryServer server;

    private Directory(InMemoryDirectoryServer server) {
        this.server = server;
    }

    static Directory start() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(SUFFIX);
            config.setSchema(null);
            config.addAdditionalBindCredentials(MANAGER, MANAGER);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("loopback", InetAddress.getLoopbackAddress(), 0, null));
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add("dn: " + SUFFIX, "objectClass: domain", "dc: acme");
            Directory directory = new Directory(server);
            directory.add();
            server.startListening();
            return directory;
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an administrator of the realm adds it; users are imported, or looked up every time. */
    Map<String, Object> asUserStore(boolean imported) {
        return Map.of(
                "name",
                "directory",
                "providerId",
                "ldap",
                "providerType",
                "org.keycloak.storage.UserStorageProvider",
                "config",
                Map.ofEntries(
                        Map.entry("enabled", List.of("true")),
                        Map.entry("cachePolicy", List.of("NO_CACHE")),
                        Map.entry("importEnabled", List.of(Boolean.toString(imported))),
                        Map.entry("editMode", List.of("READ_ONLY")),
                        Map.entry("vendor", List.of("other")),
                        Map.entry("connectionUrl", List.of("ldap://127.0.0.1:" + server.getListenPort())),
                        Map.entry("connectionTimeout", List.of("2000")),
                        Map.entry("readTimeout", List.of("2000")),
                        Map.entry("usersDn", List.of(SUFFIX)),
                        Map.entry("authType", List.of("simple")),
                        Map.entry("bindDn", List.of(MANAGER)),
                        Map.entry("bindCredential", List.of(MANAGER)),
                        Map.entry("searchScope", List.of("1")),
                        Map.entry("usernameLDAPAttribute", List.of("uid")),
                        Map.entry("rdnLDAPAttribute", List.of("uid")),
                        Map.entry("uuidLDAPAttribute", List.of("entryUUID")),
                        Map.entry("userObjectClasses", List.of("inetOrgPerson"))));
    }

    /** Adds the user, under the same ID every time. */
    void add() throws LDAPException, LDIFException {
        server.add(
                "dn: " + ENTRY,
                "objectClass: inetOrgPerson",
                "uid: " + USER,
                "cn: Lydia",
                "sn: Lydia",
                "mail: lydia@acme.example",
                "entryUUID: 6c1e9e0c-7d57-4d6c-9c3c-0d9d4d0b7a11");
    }

    /** Keycloak is not told. */
    void remove() throws LDAPException {
        server.delete(ENTRY);
    }

    /** From here on nobody answers at its port. */
    void stop() {
        server.shutDown(true);
    }

    /** Removes every user store of the realm. */
    static void forget(OwnRealm realm) {
        Caller owner = realm.as(OwnRealm.OWNER);
        owner.get("/components?type=org.keycloak.storage.UserStorageProvider")
                .body()
                .forEach(store -> Machine.done(
                        204, owner.delete("/components/" + store.get("id").asText())));
    }

    @Override
    public void close() {
        stop();
    }
}
