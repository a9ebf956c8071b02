package org.workfrontoauth2.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetupTest {

    private static final String CALLBACK = "http://localhost:3000/callback";

    @Test
    void secretsPasswordsAndWidsAreKnown() {
        Setup setup = new Setup("acme").webApplication("report", CALLBACK).user("alice");

        assertThat(setup.application("report").secret()).isEqualTo("report-secret");
        assertThat(setup.findUser("alice").password()).isEqualTo("alice");
        assertThat(setup.findUser("alice").wid())
                .matches("[0-9a-f]{32}")
                .isEqualTo(new Setup("globex").user("alice").findUser("alice").wid());
    }

    @Test
    void settingIsThatOfTheApplicationAddedLast() {
        Setup setup = new Setup("acme")
                .webApplication("first", CALLBACK)
                .webApplication("second", CALLBACK)
                .with("workfront.rotate", "true");

        assertThat(setup.application("first").settings()).isEmpty();
        assertThat(setup.application("second").settings()).isEqualTo(Map.of("workfront.rotate", "true"));
    }

    @Test
    void setupDoesNotChange() {
        Setup setup = new Setup("acme");

        assertThat(setup.user("alice")).isNotEqualTo(setup);
        assertThat(setup.users()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "master", "Acme", "acme.my", "-acme", "acme/"})
    void organisationThatIsNoLabelIsRefused(String organisation) {
        assertThatThrownBy(() -> new Setup(organisation)).isInstanceOf(InvalidSetup.class);
    }

    @Test
    void eleventhApplicationIsRefused() {
        Setup ten = IntStream.range(0, 10)
                .boxed()
                .reduce(new Setup("acme"), (setup, i) -> setup.webApplication("app-" + i, CALLBACK), (a, b) -> b);

        assertThatThrownBy(() -> ten.webApplication("app-10", CALLBACK))
                .isInstanceOf(InvalidSetup.class)
                .hasMessage("An organisation can have up to 10 applications.");
    }

    @Test
    void whatAnApplicationOfItsTypeCannotHaveIsRefused() {
        Setup setup = new Setup("acme");

        assertThatThrownBy(() -> setup.webApplication("report")).hasMessageContaining("needs a redirect URL");
        assertThatThrownBy(() -> setup.singlePageApplication("spa")).hasMessageContaining("needs a redirect URL");
        assertThatThrownBy(() ->
                        new Application(ApplicationType.SINGLE_PAGE, "spa", "secret", List.of(CALLBACK), Map.of()))
                .hasMessageContaining("cannot have a secret");
        assertThatThrownBy(() -> new Application(
                        ApplicationType.MACHINE_TO_MACHINE, "machine", "secret", List.of(CALLBACK), Map.of()))
                .hasMessageContaining("cannot have redirect URLs");
        assertThatThrownBy(() -> setup.webApplication("api", CALLBACK)).hasMessageContaining("resource server");
        assertThatThrownBy(() -> setup.webApplication("report", CALLBACK).webApplication("report", CALLBACK))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> setup.with("workfront.rotate", "true")).hasMessageContaining("no application yet");
        assertThatThrownBy(() -> setup.webApplication("report", CALLBACK).with("workfront.enabled", "false"))
                .hasMessageContaining("cannot have the setting workfront.enabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "al", "Alice", "alice/../bob", "a b c"})
    void usernameThatKeycloakWouldChangeOrRefuseIsRefused(String username) {
        assertThatThrownBy(() -> new Setup("acme").user(username)).isInstanceOf(InvalidSetup.class);
    }

    @Test
    void twoUsersWithOneWidAreRefused() {
        User alice = User.named("alice");

        assertThatThrownBy(() -> new Setup("acme").user(alice).user(new User("bob", "bob", alice.wid())))
                .hasMessage("The username or wid of bob is there twice.");
    }

    @Test
    void nothingSecretIsPrinted() {
        Setup setup = new Setup("acme")
                .application(new Application(ApplicationType.WEB, "report", "very-secret", List.of(CALLBACK), Map.of()))
                .user(new User("alice", "very-secret", User.wid("alice")));

        assertThat(setup.toString()).contains("report", "alice").doesNotContain("very-secret");
        assertThat(new Tokens("very-secret", "very-secret", 1, "wid").toString())
                .doesNotContain("very-secret");
    }
}
