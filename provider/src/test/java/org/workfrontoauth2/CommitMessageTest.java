package org.workfrontoauth2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hook that holds commit messages to CONTRIBUTING.md. */
class CommitMessageTest {

    private static final Path HOOK = Path.of("../.githooks/commit-msg");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Refuse redirect URLs with a fragment",
                "Embed the picture\n\nBecause pages without it were empty.",
                "# a comment\nAdd a hook",
                "Merge branch 'x' of y",
                "Revert \"Add a hook\""
            })
    void imperativesPass(String message) throws IOException, InterruptedException {
        assertThat(said(message)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wip | unfinished",
                "fixup! Add a hook | unfinished",
                "Added a hook | imperative",
                "Adding a hook | imperative",
                "add a hook | capital",
                "Add a hook. | full stop",
                "Wrap | one word",
                "Say in seventy-three characters what could have been said in less than that | 72"
            })
    void othersAreRefusedWithASentence(String message, String why) throws IOException, InterruptedException {
        assertThat(said(message)).contains(why).contains("CONTRIBUTING.md");
    }

    private String said(String message) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("message"), message + "\n");
        Process hook = new ProcessBuilder("bash", HOOK.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(hook.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(hook.waitFor()).isEqualTo(said.isEmpty() ? 0 : 1);
        return said;
    }
}
