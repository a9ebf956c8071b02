package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;

/** Secrets and public keys are added and deleted. */
@RunsOn
@InABrowser(keepsLogin = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialsTabIT {

    @RegisterExtension
    private final OwnConsole own;

    private final Applications applications;
    private final Console console;

    CredentialsTabIT(KeycloakServer keycloak, Browser browser) {
        this.own = new OwnConsole(keycloak, browser);
        this.applications = own.applications();
        this.console = own.console();
    }

    @Test
    void secretsAreAddedAndDeleted() {
        String clientId = own.create("web");
        String first = applications.get(clientId).at("/secrets/0/id").asText();
        CredentialsTab credentials = console.credentials(clientId);

        credentials.addSecret();
        assertThat(credentials.newSecret()).matches("[A-Za-z0-9_-]{43,}");
        credentials.awaitSecrets(2);
        assertThat(credentials.allowsToAddSecret()).isFalse();
        credentials.sayThatItIsSaved();
        credentials.done();
        Question question = credentials.deleteSecret(first);
        assertThat(question.text()).contains("Delete this client secret?", first.substring(first.length() - 8));
        question.confirm();
        credentials.awaitSecrets(1);

        assertThat(applications.get(clientId).get("secrets"))
                .hasSize(1)
                .noneMatch(secret -> secret.get("id").asText().equals(first));
    }

    @Test
    void publicKeysAreAddedAndDeletedAndPrivateOnesStayWhereTheyAre() throws GeneralSecurityException {
        String clientId = own.create("machine-to-machine");
        KeyPair pair = rsa(2048);
        CredentialsTab credentials = console.credentials(clientId);

        NewKeyDialog dialog = credentials.addKey();
        assertThat(dialog.allowsToConfirm()).isFalse();
        dialog.paste(pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        assertThat(dialog.text()).contains("This is a private key. It was not sent.");
        assertThat(dialog.allowsToConfirm()).isFalse();
        dialog.paste(pem("PUBLIC KEY", rsa(1024).getPublic().getEncoded()));
        assertThat(dialog.refused()).startsWith("The server says:");
        dialog.paste(pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        dialog.confirm();
        JsonNode key = applications.get(clientId).at("/publicKeys/0");
        assertThat(credentials.keys())
                .containsExactly(List.of(key.get("fingerprint").asText(), OwnRealm.MANAGER, OwnRealm.MANAGER));
        assertThat(key.get("pem").asText().replaceAll("\\s", ""))
                .isEqualTo(pem("PUBLIC KEY", pair.getPublic().getEncoded()).replaceAll("\\s", ""));
        Question question = credentials.deleteKey(key.get("fingerprint").asText());
        assertThat(question.text()).contains("Delete this public key?", OwnRealm.MANAGER);
        question.confirm();
        credentials.awaitNoKeys();

        assertThat(applications.get(clientId).get("publicKeys")).isEmpty();
        assertThat(credentials.tabs().trial().withoutKey()).contains("There is no public key");
    }

    @Test
    void publicKeyCanBeDroppedAsAFile(@TempDir Path folder) throws GeneralSecurityException, IOException {
        String clientId = own.create("machine-to-machine");
        String pem = pem("PUBLIC KEY", rsa(2048).getPublic().getEncoded());
        CredentialsTab credentials = console.credentials(clientId);

        NewKeyDialog dialog = credentials.addKey();
        dialog.drop(Files.writeString(folder.resolve("nightly.pem"), pem));
        assertThat(dialog.pem()).isEqualTo(pem);
        dialog.confirm();
        credentials.keyOwners();

        assertThat(applications.get(clientId).at("/publicKeys/0/pem").asText()).isEqualToIgnoringWhitespace(pem);
    }

    private static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + type + "-----\n";
    }
}
