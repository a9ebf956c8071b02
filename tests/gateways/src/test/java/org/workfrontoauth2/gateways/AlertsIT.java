package org.workfrontoauth2.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prometheus reads the rules in {@code docs/monitoring}, and each fires when its test says so. */
class AlertsIT {

    private static final Path FOLDER = Path.of("../../docs/monitoring");

    @ParameterizedTest
    @CsvSource({"check, alerts.yml", "test, alerts.test.yml"})
    void promtoolAcceptsTheRules(String action, String file) throws Exception {
        Process promtool = start(Program.find("promtool"), action, "rules", file);

        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(output).isZero();
        assertThat(output).contains("SUCCESS");
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
