package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Contract, section 2: what is no usable public key is refused, and a private one leaves no trace. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedKeysIT {

    private static final String PRIVATE = "This text contains a private key.";

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private Machine machine;

    RefusedKeysIT(KeycloakServer keycloak, OwnRealm realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    @BeforeEach
    void createApplication() {
        machine = Machine.in(realm);
    }

    @AfterEach
    void deleteApplications() {
        realm.applications().deleteAll();
    }

    Stream<Arguments> whatIsNoKey() {
        RsaKey key = RsaKey.fresh();
        return Stream.of(
                Arguments.of(
                        "an expired certificate", PemFile.named("certificate-expired"), "The certificate has expired."),
                Arguments.of(
                        "a certificate of the future",
                        PemFile.named("certificate-of-the-future"),
                        "The certificate is not valid yet."),
                Arguments.of(
                        "a certificate of 1024 bits",
                        PemFile.named("certificate-of-1024-bits"),
                        "must have 2048 to 4096 bits"),
                Arguments.of("a key of 1024 bits", RsaKey.ofBits(1024).publicPem(), "must have 2048 to 4096 bits"),
                Arguments.of(
                        "a certificate of an elliptic curve",
                        PemFile.named("certificate-of-elliptic-curve"),
                        "Only RSA keys of 2048 to 4096 bits"),
                Arguments.of("an elliptic curve", ellipticCurve(), "Only RSA keys of 2048 to 4096 bits"),
                Arguments.of("a key for PSS", PemFile.named("certificate-for-pss"), "Only RSA keys"),
                Arguments.of("garbage", "garbage", "exactly one PEM block"),
                Arguments.of("nothing", "", "exactly one PEM block"),
                Arguments.of("no base64", key.publicPem().replace('A', '='), "not valid base64"),
                Arguments.of("random bytes", RsaKey.pem("PUBLIC KEY", new byte[300]), "Only RSA keys"),
                Arguments.of("a random certificate", RsaKey.pem("CERTIFICATE", new byte[300]), "cannot be read"),
                Arguments.of("a request", RsaKey.pem("CERTIFICATE REQUEST", new byte[300]), "exactly one PEM block"),
                Arguments.of("a key of 4104 bits", largeKey(), "must have 2048 to 4096 bits"),
                Arguments.of(
                        "a chain of certificates",
                        PemFile.named("certificate") + "issuer=CN=ca\n" + PemFile.named("certificate"),
                        "exactly one PEM block"),
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
                Arguments.of("behind a certificate", PemFile.named("certificate") + pair),
                Arguments.of("before a certificate", pair + PemFile.named("certificate")),
                Arguments.of("behind a public key", key.publicPem() + pair),
                Arguments.of(
                        "with OpenSSL's attributes",
                        "Bag Attributes\n    localKeyID: 54\n" + PemFile.named("certificate")
                                + "Bag Attributes\n    friendlyName: it\nKey Attributes: <No Attributes>\n" + pair),
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

    /** Made of numbers: to generate one takes long. */
    private static String largeKey() {
        BigInteger modulus = BigInteger.ONE.shiftLeft(4104).subtract(BigInteger.ONE);
        try {
            return RsaKey.pem(
                    "PUBLIC KEY",
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65537)))
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ellipticCurve() {
        return RsaKey.pem("PUBLIC KEY", RsaKey.generate("EC", 256).getPublic().getEncoded());
    }
}
