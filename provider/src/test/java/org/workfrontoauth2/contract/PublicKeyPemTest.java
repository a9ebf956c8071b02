package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyPemTest {

    private static final int ROUNDS = 3000;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final PublicKeyPem KEY = PublicKeyPem.of(SignedJwt.keyOfAlice());
    private static final String PEM = KEY.pem();

    /** Certificates made with keytool; nobody has their private keys any more. */
    private static String fixture(String name) {
        try (InputStream in = PublicKeyPemTest.class.getResourceAsStream("/pem/" + name + ".pem")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRefused(Sentence refusal, String text) {
        assertRefused(refusal, text, NOW);
    }

    private static void assertRefused(Sentence refusal, String text, Instant now) {
        assertThatExceptionOfType(AdministrationRefused.class)
                .isThrownBy(() -> PublicKeyPem.read(text, now))
                .satisfies(refused -> assertThat(refused.said().english()).isEqualTo(refusal.english()))
                .withMessage(refusal.english())
                .withNoCause();
    }

    private static String pem(String label, byte[] bytes) {
        return Pem.write(label, bytes);
    }

    @Test
    void publicKeysAreReadAndWrittenAgain() throws AdministrationRefused {
        PublicKeyPem read = PublicKeyPem.read(PEM, NOW);

        assertThat(read.key()).isEqualTo(SignedJwt.keyOfAlice());
        assertThat(read.pem())
                .isEqualTo(PEM)
                .startsWith("-----BEGIN PUBLIC KEY-----\n")
                .endsWith("\n-----END PUBLIC KEY-----\n");
        assertThat(read.pem().lines()).allMatch(line -> line.length() <= 64);
    }

    @Test
    void certificateIsTakenForItsKey() throws AdministrationRefused {
        PublicKeyPem read = PublicKeyPem.read(fixture("certificate"), NOW);

        assertThat(read.pem()).isEqualTo(fixture("certificate-public-key"));
        assertThat(read).isEqualTo(PublicKeyPem.read(fixture("certificate-public-key"), NOW));
    }

    @Test
    void identifiersAreThoseOfOtherTools() throws AdministrationRefused {
        PublicKeyPem read = PublicKeyPem.read(fixture("certificate-public-key"), NOW);

        assertThat(read.kid()).isEqualTo("eJgxEE0bYDjKjc4f3S_srI_HFHk6JLqBAQBu7Ymacbo");
        assertThat(read.fingerprint())
                .isEqualTo("SHA256:45:38:E6:C4:6D:D0:05:3B:3C:F0:8B:0C:40:93:6E:05:"
                        + "81:29:C1:AC:FB:7A:C8:F0:F7:78:A2:0A:54:EF:08:87");
        assertThat(read).hasToString("PublicKeyPem eJgxEE0bYDjKjc4f3S_srI_HFHk6JLqBAQBu7Ymacbo");
    }

    static Stream<String> spellings() {
        String body = Base64.getEncoder().encodeToString(SignedJwt.keyOfAlice().getEncoded());
        return Stream.of(
                PEM.strip(),
                "\n\n  " + PEM + "\r\n\t",
                "\uFEFF" + PEM,
                PEM.replace("\n", "\r\n"),
                PEM.replace("\n", "\r"),
                PEM.replace("\n", " \n"),
                PEM.replace("\n", " "),
                "-----BEGIN PUBLIC KEY-----" + body + "-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n" + body.replaceAll("(.{76})", "$1\n") + "\n-----END PUBLIC KEY-----");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void linesMayBeOfAnyLength(String text) throws AdministrationRefused {
        assertThat(PublicKeyPem.read(text, NOW)).isEqualTo(KEY);
    }

    /** RFC 7468, 5.2: what OpenSSL, keytool and people write around it. */
    static Stream<String> textAround() {
        return Stream.of(
                "# the key of our build server\n" + PEM,
                PEM + "made on Monday\n",
                "Bag Attributes\n    localKeyID: 54 69 6D 65\n    friendlyName: our key\nsubject=CN=a\n\nissuer=CN=a\n\n"
                        + PEM,
                "Public-Key: (2048 bit)\nModulus:\n    00:b3:0a\nExponent: 65537 (0x10001)\n" + PEM,
                "            X509v3 Private Key Usage Period: \n                Not Before: Jan  1\n" + PEM,
                "\uFEFFKlartext: größer\r\n" + PEM.replace("\n", "\r\n") + "\r\n보고서",
                "Certificate:\n  Signature Algorithm: x\n    5c:af:\n" + PEM + "the private key is in the safe\n");
    }

    @ParameterizedTest
    @MethodSource("textAround")
    void textAroundItIsForPeople(String text) throws AdministrationRefused {
        assertThat(PublicKeyPem.read(text, NOW)).isEqualTo(KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "certificate-expired, CERTIFICATE_EXPIRED",
        "certificate-of-the-future, CERTIFICATE_FUTURE",
        "certificate-of-1024-bits, KEY_SIZE",
        "certificate-of-elliptic-curve, KEY_NOT_RSA",
        "certificate-for-pss, KEY_NOT_RSA"
    })
    void otherCertificatesAreRefused(String name, Sentence refusal) {
        assertRefused(refusal, fixture(name));
    }

    @Test
    void certificateIsValidFromItsFirstToItsLastSecond() throws AdministrationRefused {
        String pem = fixture("certificate-expired");
        Instant first = Instant.parse("2020-01-01T00:00:00Z");
        Instant last = Instant.parse("2020-12-31T00:00:00Z");

        assertThat(PublicKeyPem.read(pem, first)).isEqualTo(PublicKeyPem.read(pem, last));
        assertRefused(Sentence.CERTIFICATE_FUTURE, pem, first.minusSeconds(1));
        assertRefused(Sentence.CERTIFICATE_EXPIRED, pem, last.plusSeconds(1));
    }

    static Stream<Arguments> otherKeys() throws NoSuchAlgorithmException {
        return Stream.of(
                Arguments.of(Sentence.KEY_SIZE, encoded("RSA", 1024)),
                Arguments.of(Sentence.KEY_SIZE, encoded("RSA", 2040)),
                Arguments.of(Sentence.KEY_NOT_RSA, encoded("EC", 256)),
                Arguments.of(Sentence.KEY_NOT_RSA, encoded("Ed25519", 255)),
                Arguments.of(Sentence.KEY_NOT_RSA, encoded("RSASSA-PSS", 2048)),
                Arguments.of(Sentence.KEY_NOT_RSA, new byte[0]),
                Arguments.of(Sentence.KEY_NOT_RSA, new byte[300]),
                Arguments.of(Sentence.KEY_NOT_RSA, Arrays.copyOf(KEY.key().getEncoded(), 100)),
                Arguments.of(Sentence.KEY_NOT_RSA, Arrays.copyOf(KEY.key().getEncoded(), 400)));
    }

    private static byte[] encoded(String algorithm, int bits) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair().getPublic().getEncoded();
    }

    @ParameterizedTest
    @MethodSource("otherKeys")
    void otherKeysAreRefused(Sentence refusal, byte[] bytes) {
        assertRefused(refusal, pem("PUBLIC KEY", bytes));
    }

    @Test
    void keysOf4096BitsAreRead() throws AdministrationRefused, NoSuchAlgorithmException {
        PublicKeyPem read = PublicKeyPem.read(pem("PUBLIC KEY", encoded("RSA", 4096)), NOW);

        assertThat(read.key().getModulus().bitLength()).isEqualTo(4096);
    }

    @Test
    void keysOf4096BitsAreTheLargest() throws AdministrationRefused {
        assertThat(PublicKeyPem.read(pem("PUBLIC KEY", withModulusOf(512)), NOW)
                        .key()
                        .getModulus()
                        .bitLength())
                .isEqualTo(4096);
        assertRefused(Sentence.KEY_SIZE, pem("PUBLIC KEY", withModulusOf(513)));
        assertRefused(Sentence.KEY_SIZE, pem("PUBLIC KEY", withModulusOf(2048)));
        assertRefused(Sentence.KEY_NOT_RSA, pem("PUBLIC KEY", withModulusOf(2049)));
    }

    /** A long exponent makes checking a signature as slow as making one. */
    @Test
    void exponentsHaveAtMost64Bits() throws AdministrationRefused {
        byte[] longest = new byte[9];
        Arrays.fill(longest, 1, 9, (byte) 0xFF);
        byte[] longer = new byte[9];
        Arrays.fill(longer, (byte) 1);

        assertThat(PublicKeyPem.read(pem("PUBLIC KEY", with(256, longest)), NOW)
                        .key()
                        .getPublicExponent()
                        .bitLength())
                .isEqualTo(64);
        assertRefused(Sentence.KEY_SIZE, pem("PUBLIC KEY", with(256, longer)));
    }

    /** They are shown, and deleted, as every other; an exchange does not use them. */
    @Test
    void largerKeysThatAreStoredCanStillBeRead() {
        String large = pem("PUBLIC KEY", withModulusOf(2048));

        assertThat(PublicKeyPem.stored(large).orElseThrow().pem()).isEqualTo(large);
        assertThat(PublicKeyPem.stored(PEM)).contains(KEY);
        assertThat(PublicKeyPem.stored(fixture("certificate"))).isEmpty();
        assertThat(PublicKeyPem.stored("no key")).isEmpty();
    }

    private static byte[] withModulusOf(int bytes) {
        return with(bytes, new byte[] {1, 0, 1});
    }

    private static byte[] with(int bytes, byte[] exponent) {
        byte[] modulus = new byte[1 + bytes];
        Arrays.fill(modulus, 1, modulus.length, (byte) 0xFF);
        byte[] key = der(0x30, der(0x02, modulus), der(0x02, exponent));
        byte[] rsaEncryption = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
        return der(0x30, rsaEncryption, der(0x03, new byte[1], key));
    }

    private static byte[] der(int tag, byte[]... contents) {
        int length = Arrays.stream(contents).mapToInt(content -> content.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length > 255) {
            out.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8)});
        }
        out.write(length);
        for (byte[] content : contents) {
            out.writeBytes(content);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRIVATE KEY",
                "RSA PRIVATE KEY",
                "EC PRIVATE KEY",
                "DSA PRIVATE KEY",
                "ENCRYPTED PRIVATE KEY",
                "OPENSSH PRIVATE KEY",
                "ANY PRIVATE KEY",
                "private key",
                "PRIVATE  KEY",
                "PRIVATE\nKEY"
            })
    void textWithPrivateKeyIsRefusedAndNotRepeated(String label) {
        String secret = KeyPairPem.generate().privateKey().replace("PRIVATE KEY", label);

        assertRefused(Sentence.PEM_PRIVATE, secret);
        assertRefused(Sentence.PEM_PRIVATE, PEM + secret);
        assertRefused(Sentence.PEM_PRIVATE, secret + PEM);
        assertRefused(Sentence.PEM_PRIVATE, fixture("certificate") + secret);
        assertRefused(Sentence.PEM_PRIVATE, "-----BEGIN " + label);
    }

    /** Whoever cuts the lines around it off sends it all the same. */
    @Test
    void privateKeyWithoutItsLinesIsRefused() throws NoSuchAlgorithmException {
        for (String algorithm : new String[] {"RSA", "EC", "Ed25519"}) {
            byte[] secret = KeyPairGenerator.getInstance(algorithm)
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            String wrapped = Base64.getMimeEncoder().encodeToString(secret);

            assertRefused(Sentence.PEM_PRIVATE, wrapped + "\n" + PEM);
            assertRefused(Sentence.PEM_PRIVATE, PEM + "key: " + wrapped);
            assertRefused(Sentence.PEM_PRIVATE, wrapped);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Private-Key: (2048 bit, 2 primes)\n",
                "privateExponent:\n    00:8f\n",
                "{\"kty\":\"RSA\",\"d\" : \"AAAA\"}\n",
                "<RSAKeyValue><InverseQ>AAAA</InverseQ></RSAKeyValue>\n",
                "b3BlbnNzaC1rZXktdjEAAAAABG5vbmU\n",
                "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n",
                "-----BEGIN PGP PRIVATE KEY BLOCK-----\n",
                "-----END PRIVATE KEY-----\n"
            })
    void privateKeyInOtherFormsIsRefused(String text) {
        assertRefused(Sentence.PEM_PRIVATE, text + PEM);
        assertRefused(Sentence.PEM_PRIVATE, PEM + text);
    }

    @Test
    void privateKeyOfPuttyIsRefused() {
        assertRefused(Sentence.PEM_PRIVATE, "PuTTY-User-Key-File-3: ssh-rsa\nPrivate-Lines: 1\nAAAA\nPrivate-MAC: 00");
    }

    @Test
    void privateKeyUnderTheLabelOfAPublicOneIsRefused() {
        String secret = KeyPairPem.generate().privateKey();

        assertRefused(Sentence.KEY_NOT_RSA, secret.replace("PRIVATE KEY", "PUBLIC KEY"));
        assertRefused(Sentence.CERTIFICATE_UNREADABLE, secret.replace("PRIVATE KEY", "CERTIFICATE"));
    }

    static Stream<String> notOnePem() {
        return Stream.of(
                "",
                " ",
                "text",
                "ssh-rsa AAAAB3NzaC1yc2E",
                PEM + PEM,
                fixture("certificate") + fixture("certificate"),
                fixture("certificate") + PEM,
                PEM.strip() + "x",
                "x" + PEM,
                "-" + PEM,
                PEM + "-----BEGIN X509 CRL-----",
                PEM + "---- BEGIN SSH2 PUBLIC KEY ----",
                PEM + "-----END CERTIFICATE-----",
                fixture("certificate") + "issuer=CN=ca\n" + fixture("certificate"),
                PEM.replace("-----END PUBLIC KEY-----", ""),
                PEM.replace("-----BEGIN PUBLIC KEY-----", ""),
                PEM.replace("END PUBLIC KEY", "END CERTIFICATE"),
                PEM.replace("-----END", "----END"),
                PEM.replace("PUBLIC KEY", "RSA PUBLIC KEY"),
                PEM.replace("PUBLIC KEY", "CERTIFICATE REQUEST"),
                PEM.replace("PUBLIC KEY", "public key"),
                PEM.replace("KEY-----\n", "KEY-----\nProc-Type: 4\n"),
                PEM.replace('A', '-'),
                PEM.replace('A', '_'),
                PEM.replace('A', 'é'),
                PEM.replace('A', '\0'));
    }

    @ParameterizedTest
    @MethodSource("notOnePem")
    void anythingButOneBlockIsRefused(String text) {
        assertRefused(Sentence.PEM_ONE, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "=", "AAAA=", "AA=A", "=AAA"})
    void base64IsReadStrictly(String more) {
        String body = PEM.replace("\n-----END", more + "\n-----END");

        assertRefused(Sentence.PEM_MALFORMED, body);
    }

    @Test
    void unusedBitsAndMissingPaddingAreRefused() {
        byte[] shortest = {0};

        assertThat(Pem.read(pem("X", shortest)).orElseThrow().bytes()).contains(shortest);
        assertThat(new Pem("X", "AB==").bytes()).isEmpty();
        assertThat(new Pem("X", "AA").bytes()).isEmpty();
    }

    @Test
    void bytesAfterTheKeyOrTheCertificateAreRefused() {
        byte[] certificate =
                Pem.read(fixture("certificate")).orElseThrow().bytes().orElseThrow();

        assertRefused(
                Sentence.KEY_NOT_RSA,
                pem(
                        "PUBLIC KEY",
                        Arrays.copyOf(KEY.key().getEncoded(), KEY.key().getEncoded().length + 3)));
        assertRefused(
                Sentence.CERTIFICATE_UNREADABLE,
                pem("CERTIFICATE", Arrays.copyOf(certificate, certificate.length + 3)));
        assertRefused(
                Sentence.CERTIFICATE_UNREADABLE,
                pem("CERTIFICATE", fixture("certificate").getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void sixteenKibibytesAreRead() throws AdministrationRefused {
        String longest = PEM + " ".repeat(16 * 1024 - PEM.length());

        assertThat(PublicKeyPem.read(longest, NOW)).isEqualTo(KEY);
        assertRefused(Sentence.PEM_LARGE, longest + " ");
    }

    @Test
    void nothingButRefusalsComesOutOfRandomChanges() {
        Random random = new Random(20260101);
        byte[] certificate =
                Pem.read(fixture("certificate")).orElseThrow().bytes().orElseThrow();
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            boolean key = random.nextBoolean();
            byte[] bytes = changed(key ? KEY.key().getEncoded() : certificate, random);
            String pem = pem(key ? "PUBLIC KEY" : "CERTIFICATE", bytes);
            read += isRead(random.nextBoolean() ? pem : changed(pem, random)) ? 1 : 0;
        }

        assertThat(read).as("some are still good").isBetween(1, ROUNDS - 1);
    }

    private static byte[] changed(byte[] source, Random random) {
        byte[] bytes = Arrays.copyOf(source, random.nextBoolean() ? source.length : random.nextInt(source.length));
        for (int changes = random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
            // Most of what can go wrong is in the lengths and types, which come first.
            int range = random.nextBoolean() ? Math.min(50, bytes.length) : bytes.length;
            bytes[random.nextInt(range)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static String changed(String source, Random random) {
        StringBuilder text = new StringBuilder(source);
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(128));
        text.deleteCharAt(random.nextInt(text.length()));
        return text.toString();
    }

    /** A changed bit of the modulus makes another key, a changed bit of a name another certificate. */
    private static boolean isRead(String text) {
        try {
            return RsaKeySize.isAccepted(PublicKeyPem.read(text, NOW).key());
        } catch (AdministrationRefused refused) {
            assertThat(refused.said().sentence().name().split("_", 2)[0]).isIn("PEM", "KEY", "CERTIFICATE");
            assertThat(refused.said().english())
                    .isEqualTo(refused.said().sentence().english());
            return false;
        }
    }
}
