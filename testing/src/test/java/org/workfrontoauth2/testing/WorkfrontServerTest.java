package org.workfrontoauth2.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WorkfrontServerTest {

    @Test
    void serverThatDoesNotRunYetSaysWhatIsMissing() {
        assertThatThrownBy(() -> WorkfrontServer.withUsers("alice").workfront())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@RegisterExtension");
    }
}
