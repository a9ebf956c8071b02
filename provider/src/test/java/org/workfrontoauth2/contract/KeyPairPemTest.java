package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyPairPemTest {

    private static final KeyPairPem PAIR = KeyPairPem.generate();

    private static PrivateKey privateKey() throws GeneralSecurityException {
        byte[] bytes = Pem.read(PAIR.privateKey()).orElseThrow().bytes().orElseThrow();
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    @Test
    void privateKeyIsPkcs8Pem() throws GeneralSecurityException {
        assertThat(PAIR.privateKey())
                .startsWith("-----BEGIN PRIVATE KEY-----\n")
                .endsWith("\n-----END PRIVATE KEY-----\n");
        assertThat(((RSAPrivateCrtKey) privateKey()).getModulus())
                .isEqualTo(PAIR.publicKey().key().getModulus())
                .satisfies(modulus -> assertThat(modulus.bitLength()).isEqualTo(2048));
    }

    @Test
    void whatThePrivateKeySignsMatchesThePublicKey() throws Refused, GeneralSecurityException {
        KeyPair pair = new KeyPair(PAIR.publicKey().key(), privateKey());
        String jwt = SignedJwt.of(SignedJwt.HEADER, SignedJwt.CLAIMS, "SHA256withRSA", pair);

        JwtAssertion.read(jwt).requireSignatureOf(List.of(PAIR.publicKey().key()));
    }

    @Test
    void publicKeyCanBeAddedAsItIs() throws AdministrationRefused {
        assertThat(PublicKeyPem.read(PAIR.publicKey().pem(), Instant.EPOCH)).isEqualTo(PAIR.publicKey());
    }

    @Test
    void everyPairIsNew() {
        assertThat(KeyPairPem.generate().publicKey().kid())
                .isNotEqualTo(PAIR.publicKey().kid());
    }

    @Test
    void privateKeyIsNotShownByAccident() {
        assertThat(PAIR).hasToString("KeyPairPem " + PAIR.publicKey().kid());
    }
}
