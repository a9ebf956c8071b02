package org.workfrontoauth2.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** Programs that put libraries through their steps, and the libraries that are installed for them. */
enum Probes {
    NODE("tests/examples/src/test/node") {
        @Override
        void install() {
            Program.run(folder(), Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund"));
        }

        @Override
        Program start(String probe, Map<String, String> environment) {
            return Program.start(folder(), environment, List.of("node", "run.mjs", probe));
        }

        @Override
        String version(String library) {
            Path description = Program.ROOT
                    .resolve(folder())
                    .resolve("node_modules")
                    .resolve(library)
                    .resolve("package.json");
            try {
                return Demo.json(Files.readString(description)).get("version").asText();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },

    /** In an environment of its own. */
    PYTHON("tests/examples/src/test/python") {
        private static final String HOME = "target/python";

        /** Not every machine that can build this reaches an index of Python packages. */
        @Override
        void install() {
            Program.run("tests/examples", Map.of(), List.of("python3", "-m", "venv", HOME));
            try {
                Program.run(
                        "tests/examples",
                        Map.of(),
                        List.of(
                                HOME + "/bin/pip",
                                "install",
                                "--quiet",
                                "--disable-pip-version-check",
                                "--retries=1",
                                "-r",
                                "src/test/python/requirements.txt"));
            } catch (AssertionError e) {
                throw new TestAbortedException("pip cannot install the Python libraries here: " + e.getMessage());
            }
        }

        @Override
        Program start(String probe, Map<String, String> environment) {
            return Program.start(folder(), environment, List.of(python(), "run.py", probe));
        }

        @Override
        String version(String library) {
            return Program.run(
                            folder(),
                            Map.of(),
                            List.of(
                                    python(),
                                    "-c",
                                    "import importlib.metadata as all; print(all.version('" + library + "'))"))
                    .strip();
        }

        private static String python() {
            return Program.ROOT
                    .resolve("tests/examples")
                    .resolve(HOME)
                    .resolve("bin/python")
                    .toString();
        }
    };

    private final String folder;

    Probes(String folder) {
        this.folder = folder;
    }

    String folder() {
        return folder;
    }

    abstract void install();

    abstract Program start(String probe, Map<String, String> environment);

    /** Of a package that is installed for the probes. */
    abstract String version(String library);
}
