package org.workfrontoauth2.keycloak.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReleaseTest {

    @Test
    void theJarSaysWhatItIs() {
        assertThat(Release.described())
                .containsOnlyKeys("version", "commit", "testedWith")
                .allSatisfy((name, value) -> assertThat(value).isNotBlank().doesNotContain("$"));
        assertThat(Release.described().get("testedWith")).matches("Keycloak 26\\.7\\.\\d+ to 26\\.7\\.\\d+");
    }

    @Test
    void theServersPageShowsIt() {
        assertThat(new IntegrationsFactory().getOperationalInfo()).isEqualTo(Release.described());
    }
}
