package org.workfrontoauth2.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupDocumentTest {

    @Test
    void everySetupIsReadAsItWasWritten() {
        Setup setup = Setup.withUsers("alice", "bob").with("access.token.lifespan", "60");

        assertThat(SetupDocument.read(SetupDocument.write(setup))).isEqualTo(setup);
    }

    @Test
    void whatIsLeftOutIsAsInJava() {
        Setup setup = SetupDocument.read("{\"applications\": [{\"type\": \"web\", \"clientId\": \"report\","
                + " \"redirectUrls\": [\"http://localhost:3000/callback\"]}], \"users\": [{\"username\": \"alice\"}]}");

        assertThat(setup)
                .isEqualTo(new Setup("acme")
                        .webApplication("report", "http://localhost:3000/callback")
                        .user("alice"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                                  | The setup is not JSON, see line 1, column 2.
            {"organisation": "very-secret                                      | The setup is not JSON, see line 1, column 30.
            ``                                                                 | What should be the setup is not a JSON object.
            []                                                                 | What should be the setup is not a JSON object.
            {} {}                                                              | The setup is not JSON, see line 1, column 4.
            {"users": [], "users": []}                                         | The setup is not JSON, see line 1, column 22.
            {"user": []}                                                       | There is no member user in the setup.
            {"users": {}}                                                      | users is not a JSON array.
            {"users": ["alice"]}                                               | What should be a user is not a JSON object.
            {"users": [{"password": "very-secret"}]}                           | The member username is missing.
            {"users": [{"username": "alice", "password": 1}]}                  | password is not a JSON string.
            {"applications": [{"clientId": "report"}]}                         | The member type is missing.
            {"applications": [{"type": "native", "clientId": "report"}]}       | An application's type is one of web, single-page, machine-to-machine, not native.
            {"applications": [{"type": "web", "clientId": "report"}]}          | The application report needs a redirect URL.
            {"applications": [{"type": "web", "client_id": "report"}]}         | There is no member client_id in an application.
            {"applications": [{"type": "single-page", "clientId": "spa", "secret": "very-secret"}]} | The application spa cannot have a secret.
            {"applications": [{"type": "machine-to-machine", "clientId": "m", "settings": {"workfront.enabled": "x"}}]} | There is no member workfront.enabled in the settings of m.
            """)
    void whatIsWrongIsRefusedInOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> SetupDocument.read(text))
                .isInstanceOf(InvalidSetup.class)
                .hasMessage(sentence)
                .hasMessageNotContaining("very-secret");
    }

    /** Whatever {@code docs/testing.md} shows as a setup. */
    @Test
    void documentedSetupsAreRead() throws IOException {
        String document = Files.readString(Path.of("../docs/testing.md"));
        List<String> setups = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(document)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();

        assertThat(setups).isNotEmpty();
        assertThat(setups)
                .allSatisfy(text -> assertThat(SetupDocument.read(text)).isNotNull());
    }
}
