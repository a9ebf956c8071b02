package org.workfrontoauth2.themes;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The committed bundle of the console's page against its sources, without node. {@code mvn -P console} builds it anew. */
class ConsoleBundleTest {

    private static final Path SOURCES = Path.of("console");
    private static final Path THEME = Path.of("src/main/resources/theme/workfront/admin");
    private static final Path ASSETS = THEME.resolve("resources/assets");

    /** Whatever decides what the bundle looks like; {@code console/build/digests.mjs} has the same list. */
    private static final List<String> INPUTS = List.of(
            "package.json",
            "package-lock.json",
            "tsconfig.json",
            "vite.config.ts",
            "build",
            "src",
            "../src/main/resources/theme/workfront/admin/messages/messages_en.properties");

    @Test
    void bundleIsBuiltFromTheseSources() throws Exception {
        assertThat(digests("console/"))
                .as("sources have changed since the bundle was built: mvn -P console package -pl themes")
                .isEqualTo(actualSources());
    }

    @Test
    void bundleIsWhatWasBuilt() throws Exception {
        Map<String, String> actual = new TreeMap<>();
        for (String file : List.of("theme.properties", "THIRD-PARTY-NOTICES.txt")) {
            actual.put(file, sha256(THEME.resolve(file)));
        }
        for (Path asset : assets()) {
            actual.put("resources/assets/" + asset.getFileName(), sha256(asset));
        }
        Map<String, String> built = digests("");
        built.keySet().removeIf(name -> name.startsWith("console/"));
        assertThat(built).isEqualTo(actual);
    }

    /** Their licences ask for it. */
    @Test
    void noticesNameThePackagesThatAreInTheBundle() throws Exception {
        assertThat(Files.readString(THEME.resolve("THIRD-PARTY-NOTICES.txt")))
                .contains(
                        "react 18",
                        "react-dom 18",
                        "scheduler ",
                        "@patternfly/react-core 5",
                        "Permission is hereby granted")
                .doesNotContain("vitest", "no licence text");
    }

    @Test
    void scriptsTakeAtMost150Kilobytes() throws Exception {
        long bytes = 0;
        for (Path asset : assets()) {
            bytes += asset.toString().endsWith(".js") ? gzipped(asset) : 0;
        }
        assertThat(bytes).isBetween(1L, 150_000L);
    }

    @Test
    void themeNamesTheBundleAndStandsOnTheStockConsole() throws Exception {
        Properties theme = new Properties();
        try (var reader = Files.newBufferedReader(THEME.resolve("theme.properties"))) {
            theme.load(reader);
        }
        Set<String> named = Stream.of(theme.getProperty("styles"), theme.getProperty("scripts"))
                .flatMap(names -> Stream.of(names.split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(theme.getProperty("parent")).isEqualTo("keycloak.v2");
        assertThat(named)
                .isEqualTo(assets().stream()
                        .map(asset -> "assets/" + asset.getFileName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Theme files are cached for a month under their names. */
    @Test
    void everyFileOfTheBundleHasAHashInItsName() throws IOException {
        assertThat(assets()).allSatisfy(asset -> assertThat(asset.getFileName().toString())
                .matches("oauth2-applications-[A-Za-z0-9_-]{8}\\.(js|css)"));
    }

    @Test
    void lockFileNamesNoRegistry() throws IOException {
        assertThat(Files.readString(SOURCES.resolve("package-lock.json")))
                .doesNotContain("\"resolved\"", "://registry");
    }

    private static Map<String, String> digests(String prefix) throws IOException {
        return Files.readAllLines(THEME.resolve("bundle.sha256")).stream()
                .map(line -> line.split(" {2}", 2))
                .filter(parts -> parts[1].startsWith(prefix))
                .collect(toMap(parts -> parts[1], parts -> parts[0], (one, other) -> one, TreeMap::new));
    }

    private static Map<String, String> actualSources() throws IOException, NoSuchAlgorithmException {
        Map<String, String> actual = new TreeMap<>();
        for (String input : INPUTS) {
            for (Path file : filesBelow(SOURCES.resolve(input))) {
                actual.put(file.toString().replace('\\', '/'), sha256(file));
            }
        }
        return actual;
    }

    private static List<Path> assets() throws IOException {
        return filesBelow(ASSETS);
    }

    private static List<Path> filesBelow(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static int gzipped(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(Files.readAllBytes(file));
        }
        return bytes.size();
    }
}
