package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.Refusing;

/** Registration, section 1: {@code invalid_redirect_uri}. */
class RedirectTargetsTest {

    private final RedirectTargets targets = new RedirectTargets(
            List.of("app.example", "xn--bcher-kva.example"), List.of("adobepass", "com.example.app"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example",
                "https://app.example/",
                "https://app.example/a/b?c=d%20e",
                "https://app.example?x",
                "https://app.example:8443/back",
                "HTTPS://APP.example/",
                "https://xn--bcher-kva.example/",
                "adobepass://com.example",
                "adobepass:",
                "ADOBEPASS://x",
                "com.example.app:/callback?a=b",
            })
    void domainsAndSchemesOfTheApplicationAreAllowed(String uri) {
        assertThat(targets.allow(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app.example",
                "//app.example/",
                "http://app.example/",
                "https://evil.example/",
                // Sub-domain tricks.
                "https://app.example.evil.example/",
                "https://evilapp.example/",
                "https://evil-app.example/",
                "https://sub.app.example/",
                "https://app.example./",
                "https://.app.example/",
                "https://app..example/",
                "https://app.exampleevil/",
                // User info and other readings of the authority.
                "https://app.example@evil.example/",
                "https://evil.example@app.example/",
                "https://app.example:pass@evil.example/",
                "https://app.example%40evil.example/",
                "https://evil.example\\@app.example/",
                "https://app.example\\.evil.example/",
                "https:\\\\app.example/",
                "https:app.example",
                "https:/app.example",
                "https:///app.example",
                "https://evil.example/https://app.example/",
                "https://evil.example?https://app.example/",
                "https://evil.example#https://app.example/",
                "https://app.example#fragment",
                "https://app.example:0/",
                "https://app.example:99999/",
                "https://app.example:80a/",
                "https://app.example:/",
                "https://app%2Eexample/",
                "https://app.example/%zz",
                "https://app.example/a b",
                " https://app.example/",
                "https://app.example/\n",
                "https://app.example/\u0000",
                // Look-alikes: Cyrillic letters, a full stop of another script, a fullwidth letter, a sharp s.
                "https://\u0430pp.example/",
                "https://app.ex\u0430mple/",
                "https://app\u3002example/",
                "https://\uff41pp.example/",
                "https://xn--pp-7kc.example/",
                "https://b\u00fccher.example/",
                // Other schemes.
                "javascript:alert(1)",
                "data:text/html,x",
                "adobepassx://com.example",
                "xadobepass://com.example",
                "com.example.app.evil:/callback",
                "adobepass",
                "adobepass://x#y",
            })
    void everythingElseIsNot(String uri) {
        assertThat(targets.allow(uri)).isFalse();
    }

    @Test
    void aLongOneIsNot() {
        assertThat(targets.allow("https://app.example/" + "a".repeat(1000))).isFalse();
    }

    @Test
    void noneIsFine() throws Refused {
        targets.require(Optional.empty());

        assertThat(Refusing.refusalOf(() -> {
                    targets.require(Optional.of("https://evil.example"));
                    return targets;
                }))
                .isEqualTo(RegistrationRefusal.REDIRECT_URI);
    }
}
