package org.workfrontoauth2.keycloak.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.contract.Parameters;

class BodyBytesTest {

    @Test
    void oneMoreIsReadThanAllowed() {
        assertThat(BodyBytes.of(new ByteArrayInputStream(new byte[9]), 4)).hasSize(5);
        assertThat(BodyBytes.of(new ByteArrayInputStream(new byte[3]), 4)).hasSize(3);
    }

    @Test
    void bodyThatBreaksOffCannotBeRead() {
        InputStream broken = new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (read++ < 2) {
                    return 'a';
                }
                throw new IOException("gone");
            }
        };

        assertThat(Parameters.utf8(ByteBuffer.wrap(BodyBytes.of(broken, 4)))).isEmpty();
    }
}
