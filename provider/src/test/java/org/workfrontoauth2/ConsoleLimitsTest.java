package org.workfrontoauth2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.contract.ApplicationField;
import org.workfrontoauth2.contract.ApplicationSettings;
import org.workfrontoauth2.contract.LogoImage;
import org.workfrontoauth2.contract.PublicKeyPem;
import org.workfrontoauth2.contract.RedirectUrl;
import org.workfrontoauth2.contract.StoredText;
import org.workfrontoauth2.contract.gateway.Askers;
import org.workfrontoauth2.contract.gateway.VerifySettings;
import org.workfrontoauth2.contract.registration.ClientSearch;
import org.workfrontoauth2.contract.registration.RegisteredField;
import org.workfrontoauth2.keycloak.credential.Secrets;

/** The file in which the console reads the limits of the server. */
class ConsoleLimitsTest {

    private static final Path FILE = Path.of("../themes/console/src/limits.json");

    @Test
    void theConsoleHasTheLimitsOfTheServer() throws IOException {
        JsonNode file = new ObjectMapper().readTree(FILE.toFile());
        Map<String, Long> read = new LinkedHashMap<>();
        file.fields()
                .forEachRemaining(
                        field -> read.put(field.getKey(), field.getValue().asLong()));
        assertThat(read).as(FILE.toString()).isEqualTo(ofTheServer());
    }

    @Test
    void namesOfBothKindsOfApplicationsAreOfOneLength() {
        assertThat(RegisteredField.LONGEST_NAME).isEqualTo(StoredText.LONGEST);
    }

    private static Map<String, Long> ofTheServer() {
        return Map.ofEntries(
                Map.entry("text", (long) StoredText.LONGEST),
                Map.entry("redirectUrl", (long) RedirectUrl.LONGEST),
                Map.entry("secrets", (long) Secrets.MOST),
                Map.entry("pem", (long) PublicKeyPem.MAX_LENGTH),
                Map.entry("logoBytes", (long) LogoImage.MAX_BYTES),
                Map.entry("logoPixels", (long) LogoImage.MAX_PIXELS),
                Map.entry("graceSeconds", ApplicationSettings.LONGEST_GRACE.toSeconds()),
                Map.entry("expirationSeconds", ApplicationField.FIFTY_YEARS),
                Map.entry("registeredVersion", (long) RegisteredField.LONGEST_VERSION),
                Map.entry("registeredElements", (long) RegisteredField.MOST),
                Map.entry("clientSearch", (long) ClientSearch.LONGEST),
                Map.entry("verifyAddresses", (long) Askers.MOST_ADDRESSES),
                Map.entry("verifyCacheSeconds", (long) VerifySettings.MOST_SECONDS));
    }
}
