package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Machine.done;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Answer;

/** Contract, section 2: the public keys of a machine to machine application, each for one user. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicKeysIT {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z";

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private final User manager;
    private Machine machine;

    PublicKeysIT(KeycloakServer keycloak, OwnRealm realm) {
        this.keycloak = keycloak;
        this.realm = realm;
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
        JsonNode added = done(201, machine.add(PemFile.named("certificate")));

        assertThat(added.get("pem").asText()).isEqualTo(PemFile.named("certificate-public-key"));
        assertThat(added.get("fingerprint").asText())
                .isEqualTo(fingerprint(RsaKey.bytes(PemFile.named("certificate-public-key"))));
    }

    @Test
    void whatOpensslMakesIsTakenAndItsFingerprintIsTheSame(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(openssl(folder, "version").isPresent(), "openssl is there");
        openssl(folder, "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 30 -subj /CN=it");
        openssl(folder, "x509 -in certificate.pem -pubkey -noout -out public.pem");
        openssl(folder, "pkey -pubin -in public.pem -outform der -out public.der");
        openssl(folder, "pkcs12 -export -inkey key.pem -in certificate.pem -name it -passout pass:it -out both.p12");
        openssl(folder, "pkcs12 -in both.p12 -nokeys -passin pass:it -out bag.pem");
        openssl(folder, "x509 -in certificate.pem -text -out text.pem");
        String digest = openssl(folder, "dgst -sha256 -c public.der").orElseThrow();

        for (String withText : List.of("bag.pem", "text.pem")) {
            String text = Files.readString(folder.resolve(withText));
            assertThat(text).doesNotStartWith("-----BEGIN");
            done(201, Machine.in(realm).add("# " + withText + "\n" + text));
        }
        JsonNode added = done(201, machine.add(Files.readString(folder.resolve("certificate.pem"))));

        assertThat(added.get("fingerprint").asText().toLowerCase(Locale.ROOT))
                .isEqualTo("sha256:" + digest.strip().replaceFirst(".*= ", ""));
        String jwt =
                Jwt.of(machine.claims(manager)).signed(RsaKey.privateKey(Files.readString(folder.resolve("key.pem"))));
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);
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
        done(201, machine.add(PemFile.named("certificate")));

        assertRefused(machine.add(PemFile.named("certificate")), 409, "conflict")
                .saying("The application already has this key.");
        assertRefused(machine.add(PemFile.named("certificate-public-key")), 409, "conflict");
        assertRefused(
                machine.as(OwnRealm.OWNER)
                        .post("/public-keys", Map.of("pem", PemFile.named("certificate"), "user", OwnRealm.USER)),
                409,
                "conflict");
        assertThat(machine.keys()).hasSize(1);
    }

    /** Of all its users together, and however many are added at one time. */
    @Test
    void anApplicationHasAtMostTwentyKeys() {
        for (int i = 0; i < 18; i++) {
            machine.key();
        }
        List<Answer> answers = IntStream.range(0, 6)
                .mapToObj(any -> CompletableFuture.supplyAsync(
                        () -> machine.add(RsaKey.fresh().publicPem())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
        assertThat(machine.keys()).hasSize(20);
        assertRefused(machine.add(RsaKey.fresh().publicPem()), 409, "conflict")
                .saying("An application can have up to 20 public keys. Delete one first.");
        assertRefused(machine.as(OwnRealm.MANAGER).post("/key-pairs", null), 409, "conflict")
                .saying("An application can have up to 20 public keys. Delete one first.");

        String kid = machine.keys().get(0).get("kid").asText();
        done(204, machine.as(OwnRealm.MANAGER).delete("/public-keys/" + kid));
        machine.key();
        assertThat(machine.keys()).hasSize(20);
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

    private static String fingerprint(byte[] key) {
        return "SHA256:" + HexFormat.ofDelimiter(":").withUpperCase().formatHex(RsaKey.sha256(key));
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
