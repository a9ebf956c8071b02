package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Machine.done;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Answer;

/** Contract, section 2: the public keys of a machine to machine application, each for one user. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicKeysIT {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z";
    private static final String PRIVATE = "This text holds a private key.";

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private final User manager;
    private Machine machine;

    PublicKeysIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.realm = OwnRealm.served(keycloak);
        this.manager = realm.realm().users().find(OwnRealm.MANAGER);
    }

    @BeforeEach
    void createApplication() {
        machine = Machine.in(realm);
    }

    @AfterEach
    void deleteApplications() {
        realm.applications().deleteAll();
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    @Test
    void anAddedKeyBelongsToWhoAddsItAndTellsWhatItIs() {
        RsaKey key = RsaKey.fresh();

        Answer answer = machine.add(key.publicPem());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.headers().all("Cache-Control")).containsExactly("no-store");
        assertThat(answer.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("kid", "fingerprint", "addedBy", "addedAt", "subject", "user", "pem");
        assertThat(answer.member("kid")).isEqualTo(key.thumbprint());
        assertThat(answer.member("fingerprint")).isEqualTo(key.fingerprint());
        assertThat(answer.member("addedBy")).isEqualTo(OwnRealm.MANAGER);
        assertThat(answer.member("addedAt")).matches(TIME);
        assertThat(Instant.parse(answer.member("addedAt")).getEpochSecond())
                .isCloseTo(keycloak.clock().seconds(), Offset.offset(60L));
        assertThat(answer.member("user")).isEqualTo(OwnRealm.MANAGER);
        assertThat(answer.member("subject")).isEqualTo(manager.wid());
        assertThat(answer.member("pem")).isEqualTo(key.publicPem());
        assertThat(machine.keys()).containsExactly(answer.body());
        assertThat(machine.alive(machine.session(key, manager))).isTrue();
    }

    @Test
    void onlyTheKeyOfACertificateIsKept() {
        JsonNode added = done(201, machine.add(resource("certificate")));

        assertThat(added.get("pem").asText()).isEqualTo(resource("certificate-public-key"));
        assertThat(added.get("fingerprint").asText())
                .isEqualTo(fingerprint(RsaKey.bytes(resource("certificate-public-key"))));
    }

    @Test
    void whatOpensslMakesIsTakenAndItsFingerprintIsTheSame(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(openssl(folder, "version").isPresent(), "openssl is there");
        openssl(folder, "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 30 -subj /CN=it");
        openssl(folder, "x509 -in certificate.pem -pubkey -noout -out public.pem");
        openssl(folder, "pkey -pubin -in public.pem -outform der -out public.der");
        String digest = openssl(folder, "dgst -sha256 -c public.der").orElseThrow();

        JsonNode added = done(201, machine.add(Files.readString(folder.resolve("certificate.pem"))));

        assertThat(added.get("fingerprint").asText().toLowerCase(Locale.ROOT))
                .isEqualTo("sha256:" + digest.strip().replaceFirst(".*= ", ""));
        String jwt =
                Jwt.of(machine.claims(manager)).signed(RsaKey.privateKey(Files.readString(folder.resolve("key.pem"))));
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);
    }

    Stream<Arguments> whatIsNoKey() {
        RsaKey key = RsaKey.fresh();
        return Stream.of(
                Arguments.of("an expired certificate", resource("certificate-expired"), "The certificate has expired."),
                Arguments.of(
                        "a certificate of the future",
                        resource("certificate-of-the-future"),
                        "The certificate is not valid yet."),
                Arguments.of(
                        "a certificate of 1024 bits", resource("certificate-of-1024-bits"), "too short or too long"),
                Arguments.of("a key of 1024 bits", RsaKey.ofBits(1024).publicPem(), "too short or too long"),
                Arguments.of(
                        "a certificate of an elliptic curve",
                        resource("certificate-of-elliptic-curve"),
                        "only RSA keys of 2048 to 16384 bits"),
                Arguments.of("an elliptic curve", ellipticCurve(), "only RSA keys of 2048 to 16384 bits"),
                Arguments.of("a key for PSS", resource("certificate-for-pss"), "only RSA keys"),
                Arguments.of("garbage", "garbage", "exactly one PEM block"),
                Arguments.of("nothing", "", "exactly one PEM block"),
                Arguments.of("no base64", key.publicPem().replace('A', '='), "not valid base64"),
                Arguments.of("random bytes", RsaKey.pem("PUBLIC KEY", new byte[300]), "only RSA keys"),
                Arguments.of("a random certificate", RsaKey.pem("CERTIFICATE", new byte[300]), "cannot be read"),
                Arguments.of("a request", RsaKey.pem("CERTIFICATE REQUEST", new byte[300]), "exactly one PEM block"),
                Arguments.of("two keys", key.publicPem() + key.publicPem(), "exactly one PEM block"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsNoKey")
    void whatIsNoUsableKeyIsRefused(String name, String pem, String words) {
        assertRefused(machine.add(pem), 400, "invalid_request").mentioning(words);
        assertThat(machine.keys()).isEmpty();
    }

    @Test
    void aTextOfMoreThan16KibibytesIsRefused() {
        assertRefused(machine.add("A".repeat(17 * 1024)), 413, "too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"pem\": 1}", "{\"pem\": null}", "{\"user\": \"manny\"}"})
    void withoutATextThereIsNoKey(String body) {
        assertRefused(machine.as(OwnRealm.MANAGER).post("/public-keys", body), 400, "invalid_request");
    }

    Stream<Arguments> privateKeys() {
        RsaKey key = RsaKey.fresh();
        String pair = key.privatePem();
        return Stream.of(
                Arguments.of("PKCS#8", pair),
                Arguments.of("PKCS#1", pair.replace("PRIVATE KEY", "RSA PRIVATE KEY")),
                Arguments.of("encrypted", pair.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY")),
                Arguments.of("behind a certificate", resource("certificate") + pair),
                Arguments.of("before a certificate", pair + resource("certificate")),
                Arguments.of("behind a public key", key.publicPem() + pair),
                Arguments.of("in one line", pair.replace("\n", " ")),
                Arguments.of("without an end", pair.replaceFirst("-----END.*", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("privateKeys")
    void aPrivateKeyIsRefusedAndLeavesNoTrace(String name, String pem) {
        long before = keycloak.log().end();
        String line = pem.substring(pem.indexOf("PRIVATE KEY-----"))
                .substring("PRIVATE KEY-----".length() + 70)
                .substring(0, 40);

        Answer answer = machine.add(pem);

        assertRefused(answer, 400, "invalid_request").mentioning(PRIVATE);
        assertThat(answer.text()).doesNotContain(line);
        assertThat(machine.keys()).isEmpty();
        assertThat(realm.adminEvents().toString()).doesNotContain(line);
        assertThat(keycloak.log().since(before)).doesNotContain(line);
    }

    @Test
    void severalKeysWorkSideBySide() {
        RsaKey first = machine.key();
        RsaKey second = machine.key();
        RsaKey third = machine.key();

        assertThat(machine.keys().findValuesAsText("kid"))
                .containsExactlyInAnyOrder(first.thumbprint(), second.thumbprint(), third.thumbprint());
        assertThat(List.of(first, second, third))
                .allMatch(key -> machine.exchange(key, manager).status() == 200);
    }

    @Test
    void theSameKeyTwiceIsAConflictInWhateverForm() {
        done(201, machine.add(resource("certificate")));

        assertRefused(machine.add(resource("certificate")), 409, "conflict")
                .saying("The application has this key already.");
        assertRefused(machine.add(resource("certificate-public-key")), 409, "conflict");
        assertRefused(
                machine.as(OwnRealm.OWNER)
                        .post("/public-keys", Map.of("pem", resource("certificate"), "user", OwnRealm.USER)),
                409,
                "conflict");
        assertThat(machine.keys()).hasSize(1);
    }

    @Test
    void twoApplicationsMayHaveTheSameKey() {
        RsaKey key = machine.key();
        Machine other = Machine.in(realm);

        done(201, other.add(key.publicPem()));

        assertThat(other.exchange(key, manager).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "single-page"})
    void otherApplicationsHaveNone(String type) {
        String path = "/" + realm.applications().create(type).get("clientId").asText();
        Caller caller = realm.applications().caller();

        assertRefused(
                        caller.post(
                                path + "/public-keys",
                                Map.of("pem", RsaKey.fresh().publicPem())),
                        400,
                        "invalid_request")
                .saying("Only machine to machine applications have public keys.");
        assertRefused(caller.post(path + "/key-pairs", null), 400, "invalid_request")
                .saying("Only machine to machine applications have public keys.");
        assertThat(caller.get(path).body().get("publicKeys")).isEmpty();
    }

    // For whom

    @ParameterizedTest
    @ValueSource(strings = {"public-keys", "key-pairs"})
    void namingOneselfNeedsNothingMore(String kind) {
        JsonNode added = done(201, machine.as(OwnRealm.MANAGER).post("/" + kind, request(kind, OwnRealm.MANAGER)));

        assertThat(added.get("subject").asText()).isEqualTo(manager.wid());
    }

    @ParameterizedTest
    @CsvSource({"public-keys, ursula", "key-pairs, ursula", "public-keys, nobody", "key-pairs, nobody"})
    void namingSomebodyElseNeedsTheRoleToImpersonate(String kind, String name) {
        assertRefused(machine.as(OwnRealm.MANAGER).post("/" + kind, request(kind, name)), 403, "forbidden")
                .saying("You may not do this.");
        assertThat(machine.keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-keys", "key-pairs"})
    void whoMayImpersonateAddsAKeyForSomebodyElse(String kind) {
        JsonNode added = done(201, machine.as(OwnRealm.OWNER).post("/" + kind, request(kind, OwnRealm.USER)));

        User user = realm.realm().users().find(OwnRealm.USER);
        assertThat(added.get("addedBy").asText()).isEqualTo(OwnRealm.OWNER);
        assertThat(added.get("user").asText()).isEqualTo(OwnRealm.USER);
        assertThat(added.get("subject").asText()).isEqualTo(user.wid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-keys", "key-pairs"})
    void somebodyUnknownHasNoKey(String kind) {
        assertRefused(machine.as(OwnRealm.OWNER).post("/" + kind, request(kind, "nobody")), 400, "invalid_request")
                .saying("There is no user with this username in this realm.");
    }

    @Test
    void administratorsNameThemselvesInWhateverCase() {
        JsonNode added = done(
                201,
                machine.as(OwnRealm.MANAGER)
                        .post("/key-pairs", request("key-pairs", OwnRealm.MANAGER.toUpperCase(Locale.ROOT))));

        assertThat(added.get("user").asText()).isEqualTo(OwnRealm.MANAGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-keys", "key-pairs"})
    void whoIsNoUserOfTheRealmNamesOne(String kind) {
        Caller server = realm.serverAdministrator().below(Applications.PATH + "/" + machine.clientId());

        assertRefused(server.post("/" + kind, request(kind, null)), 400, "subject_required")
                .saying("You are no user of this realm: name the user the key belongs to.");
        assertRefused(server.post("/" + kind, request(kind, "admin")), 400, "invalid_request")
                .saying("There is no user with this username in this realm.");
        JsonNode added = done(201, server.post("/" + kind, request(kind, OwnRealm.USER)));
        assertThat(added.get("addedBy").asText()).isEqualTo("admin");
        assertThat(added.get("user").asText()).isEqualTo(OwnRealm.USER);
    }

    private static Map<String, String> request(String kind, String user) {
        Map<String, String> request = new HashMap<>();
        if (kind.equals("public-keys")) {
            request.put("pem", RsaKey.fresh().publicPem());
        }
        if (user != null) {
            request.put("user", user);
        }
        return request;
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /public-keys, '{}'",
        "POST, /key-pairs, ",
        "DELETE, /public-keys/none, ",
    })
    void changingNeedsTheRoleToManage(String method, String path, String body) {
        Caller nobody = realm.with("").below(Applications.PATH + "/" + machine.clientId());

        assertRefused(nobody.send(method, path, body), 401, "forbidden");
        assertRefused(machine.as(OwnRealm.USER).send(method, path, body), 403, "forbidden");
        assertRefused(machine.as(OwnRealm.VIEWER).send(method, path, body), 403, "forbidden");
    }

    @Test
    void whoMayLookSeesTheKeys() {
        RsaKey key = machine.key();

        JsonNode seen = done(200, machine.as(OwnRealm.VIEWER).get(""));

        assertThat(seen.at("/publicKeys/0/kid").asText()).isEqualTo(key.thumbprint());
    }

    // Generated pairs

    @Test
    void thePrivateKeyOfAPairIsShownOnceAndWorks() {
        long before = keycloak.log().end();

        Answer answer = machine.as(OwnRealm.MANAGER).post("/key-pairs", null);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.headers().all("Cache-Control")).containsExactly("no-store");
        String pem = answer.member("privateKey");
        assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("\n-----END PRIVATE KEY-----\n");
        String jwt = Jwt.of(machine.claims(manager)).signed(RsaKey.privateKey(pem));
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);

        String line = pem.lines().skip(2).findFirst().orElseThrow();
        Answer read = realm.applications().caller().get("/" + machine.clientId());
        assertThat(read.body().at("/publicKeys/0/kid").asText()).isEqualTo(answer.member("kid"));
        assertThat(read.body().at("/publicKeys/0").has("privateKey")).isFalse();
        assertThat(read.text()).doesNotContain(line);
        assertThat(realm.adminEvents().toString())
                .contains(answer.member("kid"))
                .doesNotContain(line);
        assertThat(keycloak.log().since(before)).doesNotContain(line);
    }

    @Test
    void everyPairIsAnother() {
        String first = done(201, machine.as(OwnRealm.MANAGER).post("/key-pairs", null))
                .get("kid")
                .asText();
        String second = done(201, machine.as(OwnRealm.MANAGER).post("/key-pairs", null))
                .get("kid")
                .asText();

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void anAddedAndADeletedKeyAreAdminEvents() {
        realm.as(OwnRealm.OWNER).delete("/admin-events");
        RsaKey key = machine.key();
        machine.delete(key);

        String path = "oauth2-applications/" + machine.clientId() + "/public-keys/" + key.thumbprint();
        assertThat(realm.adminEvents())
                .extracting(event -> event.get("operationType").asText() + " "
                        + event.get("resourcePath").asText())
                .containsExactlyInAnyOrder("CREATE " + path, "DELETE " + path);
        assertThat(realm.adminEvents())
                .filteredOn(event -> event.get("operationType").asText().equals("CREATE"))
                .first()
                .extracting(event -> event.get("representation").asText())
                .asString()
                .contains(key.fingerprint(), OwnRealm.MANAGER);
    }

    // The end of a key

    @Test
    void aDeletedKeyStopsAtOnce() {
        RsaKey key = machine.key();
        String sessionId = machine.session(key, manager);
        assertThat(machine.alive(sessionId)).isTrue();

        machine.delete(key);

        assertThat(machine.keys()).isEmpty();
        assertThat(machine.alive(sessionId)).isFalse();
        assertThat(machine.exchange(key, manager).member("type")).isEqualTo("invalid_grant");
    }

    @Test
    void theOtherKeysGoOn() {
        RsaKey deleted = machine.key();
        RsaKey other = machine.key();
        machine.delete(deleted);

        assertThat(machine.exchange(deleted, manager).member("type")).isEqualTo("invalid_grant");
        assertThat(machine.exchange(other, manager).status()).isEqualTo(200);
    }

    @Test
    void aDeletedKeyMayBeAddedAgain() {
        RsaKey key = machine.key();
        machine.delete(key);

        done(201, machine.add(key.publicPem()));

        assertThat(machine.exchange(key, manager).status()).isEqualTo(200);
    }

    @Test
    void theKeysOfADeletedUserStopWithTheUser() {
        User user = realm.realm().users().create();
        RsaKey key = machine.keyOf(user);
        RsaKey other = machine.key();
        String sessionId = machine.session(key, user);
        assertThat(machine.alive(sessionId)).isTrue();

        realm.realm().users().delete(user);

        assertThat(machine.alive(sessionId)).isFalse();
        assertThat(machine.exchange(key, user).member("type")).isEqualTo("invalid_grant");
        assertThat(machine.keys().findValuesAsText("kid")).containsExactly(other.thumbprint());
    }

    @Test
    void aKeyThatIsNotThereIsNotFound() {
        assertRefused(machine.as(OwnRealm.MANAGER).delete("/public-keys/none"), 404, "not_found")
                .saying("The application has no such key.");
    }

    @Test
    void aKeyOfAnotherApplicationIsNotFoundAndStays() {
        Machine other = Machine.in(realm);
        RsaKey key = other.key();

        assertRefused(machine.as(OwnRealm.MANAGER).delete("/public-keys/" + key.thumbprint()), 404, "not_found");
        assertThat(other.exchange(key, manager).status()).isEqualTo(200);
    }

    @Test
    void onlyItsOwnApplicationLosesAKeyThatTwoHave() {
        Machine other = Machine.in(realm);
        RsaKey key = machine.key();
        done(201, other.add(key.publicPem()));

        machine.delete(key);

        assertThat(machine.exchange(key, manager).member("type")).isEqualTo("invalid_grant");
        assertThat(other.exchange(key, manager).status()).isEqualTo(200);
    }

    private static String ellipticCurve() {
        return RsaKey.pem("PUBLIC KEY", RsaKey.generate("EC", 256).getPublic().getEncoded());
    }

    private static String fingerprint(byte[] key) {
        return "SHA256:" + HexFormat.ofDelimiter(":").withUpperCase().formatHex(RsaKey.sha256(key));
    }

    private static String resource(String name) {
        try (InputStream in = PublicKeysIT.class.getResourceAsStream("/pem/" + name + ".pem")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it prints; empty when it cannot be run. */
    private static Optional<String> openssl(Path folder, String words) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(Stream.concat(Stream.of("openssl"), Stream.of(words.split(" ")))
                            .toList())
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("openssl %s", words).isZero();
        return Optional.of(printed);
    }
}
