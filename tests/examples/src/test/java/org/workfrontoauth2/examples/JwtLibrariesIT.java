package org.workfrontoauth2.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Loopback;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.Response;

/** JWTs that libraries sign are exchanged. OAuth2 libraries do not know this exchange: any HTTP client will do. */
@RunsOn
class JwtLibrariesIT {

    private final Demo demo;
    private JsonNode key;

    JwtLibrariesIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    @BeforeEach
    void makeKey() {
        key = demo.makeKeyPair("alice");
    }

    @AfterEach
    void deleteKey() {
        demo.deleteKey(key.get("kid").asText());
    }

    @Test
    void jose() {
        says(Probes.NODE, "jose");
    }

    @Test
    void pyjwt() {
        says(Probes.PYTHON, "pyjwt");
    }

    private void says(Probes probes, String library) {
        probes.install();
        Probed probed = Probed.by(
                probes,
                library,
                demo,
                Mode.WORKFRONT,
                new Demo.Client(Acme.MACHINE.clientId(), Acme.MACHINE.secret()),
                Map.of("PRIVATE_KEY", privateKey(), "SUBJECT", subject(), "CUSTOMER_ID", demo.customerId()));

        assertThat(probed.failure()).isEmpty();
        ClientsPage.saysOfJwts(library, probes.version(library), probed.steps());
    }

    @Test
    void nimbus() throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .issuer(demo.customerId())
                        .subject(subject())
                        .expirationTime(Date.from(Instant.now().plusSeconds(180)))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        byte[] pkcs8 = Base64.getMimeDecoder().decode(privateKey().replaceAll("-----[A-Z ]+-----", ""));
        jwt.sign(new RSASSASigner(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8))));

        Response answer = new Loopback(demo.keycloak().port())
                .send(Request.form(
                        demo.issuer() + "/api/v1/jwt/exchange",
                        List.of(
                                Map.entry("client_id", Acme.MACHINE.clientId()),
                                Map.entry("client_secret", Acme.MACHINE.secret()),
                                Map.entry("jwt_token", jwt.serialize()))));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(Demo.json(answer.text()).get("wid").asText()).isEqualTo(subject());
        ClientsPage.saysOfJwts("nimbus-jose-jwt", JarVersion.of(SignedJWT.class), "JWT exchange");
    }

    private String privateKey() {
        return key.get("privateKey").asText();
    }

    private String subject() {
        return key.get("subject").asText();
    }
}
