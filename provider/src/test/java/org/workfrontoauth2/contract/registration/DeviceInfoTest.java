package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.contract.Refusing.refusalOf;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.Denial;
import org.workfrontoauth2.contract.Refused;

/** Registration, section 1: the header {@code X-Device-Info}. */
class DeviceInfoTest {

    private static DeviceInfo read(String json) throws Refused {
        return DeviceInfo.read(base64(json), "okhttp/4.9");
    }

    private static String base64(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Denial refusal(String json) {
        return refusalOf(() -> read(json));
    }

    @Test
    void itsMembersAreKeptInAFixedOrder() throws Refused {
        DeviceInfo device = read("{\"osVersion\":\"17.1\",\"osName\":\"tvOS\",\"model\":\"AppleTV5,3\","
                + "\"primaryHardwareType\":\"SetTopBox\",\"displayWidth\":1920,\"userAgent\":\"x\",\"y\":{\"z\":[]}}");

        assertThat(device.fields())
                .containsExactly(
                        Map.entry("primaryHardwareType", "SetTopBox"),
                        Map.entry("model", "AppleTV5,3"),
                        Map.entry("osName", "tvOS"),
                        Map.entry("osVersion", "17.1"));
    }

    /** The published sample, whose JSON lacks a comma. */
    @Test
    void theCommaThatThePublishedSampleLacksIsPutIn() throws Refused {
        DeviceInfo device = read("{\n\t\"primaryHardwareType\" : \"SetTopBox\",\n\t\"model\" : \"TV 5th Gen\",\n"
                + "\t\"osName\": \"tvOS\"\n\t\"osVersion\" : \"11.0\"\n}");

        assertThat(device.fields()).containsEntry("osName", "tvOS").containsEntry("osVersion", "11.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\":\"a\" \"osName\":\"tvOS\"}",
                "{\"model\":\"a\",\"osName\":\"tvOS\",}",
                "{\"model\":\"a\",\"osName\":\"tvOS\"",
                "[\"model\"]",
                "\"model\"",
                "",
                "{\"model\":7,\"osName\":\"tvOS\"}",
                "{\"model\":\"a\",\"model\":\"b\",\"osName\":\"tvOS\"}",
                "{\"model\":\"a\\u0000\",\"osName\":\"tvOS\"}",
                "{\"model\":\"a\",\"osName\":\"tvOS\"} {}",
            })
    void otherJsonIsRefused(String json) {
        assertThat(refusal(json.isEmpty() ? " " : json)).isEqualTo(RegistrationRefusal.MALFORMED_DEVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "e30!", "====", "e30\u00e9", "/w==", "eyJ-_w"})
    void whatIsNotBase64OfTextIsRefused(String header) {
        assertThat(refusalOf(() -> DeviceInfo.read(header, null))).isEqualTo(RegistrationRefusal.MALFORMED_DEVICE);
    }

    @Test
    void modelAndSystemAreRequired() {
        assertThat(refusal("{\"osName\":\"tvOS\"}")).isEqualTo(RegistrationRefusal.DEVICE_WITHOUT_MODEL);
        assertThat(refusal("{\"model\":\"\",\"osName\":\"tvOS\"}")).isEqualTo(RegistrationRefusal.DEVICE_WITHOUT_MODEL);
        assertThat(refusal("{\"model\":\"a\"}")).isEqualTo(RegistrationRefusal.DEVICE_SYSTEM);
    }

    @Test
    void systemAndHardwareAreFromTheLists() {
        assertThat(refusal("{\"model\":\"a\",\"osName\":\"BeOS\"}")).isEqualTo(RegistrationRefusal.DEVICE_SYSTEM);
        assertThat(refusal("{\"model\":\"a\",\"osName\":\"TVOS\"}")).isEqualTo(RegistrationRefusal.DEVICE_SYSTEM);
        assertThat(refusal("{\"model\":\"a\",\"osName\":\"tvOS\",\"primaryHardwareType\":\"Toaster\"}"))
                .isEqualTo(RegistrationRefusal.DEVICE_HARDWARE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chrome OS", "OS X", "Roku OS", "webOS", "OpenBSD"})
    void everySystemOfTheListIsAccepted(String system) throws Refused {
        assertThat(read("{\"model\":\"a\",\"osName\":\"" + system + "\"}").fields())
                .containsEntry("osName", system);
    }

    /** Nothing that a client sends starts a line of its own in a log, or turns what follows. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\\n", "\\r\\n", "\\t", "\\u001b[31m", "\\u0085", "\\u2028", "\\u202e", "\\u200b", "\\ud800"})
    void controlCharactersAreRefused(String character) {
        assertThat(refusal("{\"model\":\"a" + character + "ERROR\",\"osName\":\"tvOS\"}"))
                .isIn(RegistrationRefusal.DEVICE_TEXT, RegistrationRefusal.MALFORMED_DEVICE);
        assertThat(refusal("{\"model\":\"a\",\"osName\":\"tvOS\",\"vendor\":\"" + character + "\"}"))
                .isIn(RegistrationRefusal.DEVICE_TEXT, RegistrationRefusal.MALFORMED_DEVICE);
    }

    @Test
    void longMembersAndHeadersAreRefused() throws Refused {
        assertThat(read("{\"model\":\"" + "a".repeat(100) + "\",\"osName\":\"tvOS\"}")
                        .fields())
                .containsKey("model");
        assertThat(refusal("{\"model\":\"" + "a".repeat(101) + "\",\"osName\":\"tvOS\"}"))
                .isEqualTo(RegistrationRefusal.DEVICE_TEXT);
        assertThat(refusalOf(() -> DeviceInfo.read("a".repeat(4097), null)))
                .isEqualTo(RegistrationRefusal.DEVICE_TOO_LARGE);
    }

    @Test
    void deepJsonIsRefused() {
        assertThat(refusal("{\"model\":\"a\",\"osName\":\"tvOS\",\"x\":" + "[".repeat(500) + "]".repeat(500) + "}"))
                .isEqualTo(RegistrationRefusal.MALFORMED_DEVICE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Roku/DVP-9.10 (519.10E04111A)                                          | Roku/DVP-9.10   | Roku OS",
                "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36                  | Mozilla/5.0     | webOS",
                "Mozilla/5.0 (Linux; Android 9; AFTMM Build/PS7633) AppleWebKit/537.36  | Mozilla/5.0     | Android",
                "AppleTV11,1/11.1                                                       | AppleTV11,1/11.1 | tvOS",
                "App/1 CFNetwork/1390 Darwin/22.0.0                                     | App/1           | iOS",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)                               | Mozilla/5.0     | Chrome OS",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64)                              | Mozilla/5.0     | Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)                        | Mozilla/5.0     | Mac OS",
                "Mozilla/5.0 (X11; Linux x86_64)                                        | Mozilla/5.0     | Linux",
                "okhttp/4.9.0                                                           | okhttp/4.9.0    |",
            })
    void aMissingHeaderIsFilledInFromTheUserAgent(String userAgent, String product, String system) throws Refused {
        Map<String, String> fields = DeviceInfo.read(null, userAgent).fields();

        assertThat(fields.get("osName")).isEqualTo(system);
        assertThat(fields).containsEntry("primaryHardwareType", "Unknown");
        assertThat(product).startsWith(fields.get("model"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutBothNothingIsKnown(String userAgent) throws Refused {
        assertThat(DeviceInfo.read(null, userAgent).fields()).isEmpty();
        assertThat(DeviceInfo.read(" ", userAgent).fields()).isEmpty();
    }

    @Test
    void aUserAgentBringsNoControlCharactersEither() throws Refused {
        assertThat(DeviceInfo.read(null, "a\u001b[2Jb\u2028c").fields()).containsEntry("model", "a");
        assertThat(DeviceInfo.read(null, "\u0007" + "a".repeat(100_000)).fields())
                .doesNotContainKey("model");
    }

    @Test
    void whatIsStoredIsReadAgain() throws Refused {
        DeviceInfo device = read("{\"model\":\"a\\\"b\\\\c \u00fc\",\"osName\":\"tvOS\"}");

        assertThat(DeviceInfo.stored(device.text())).isEqualTo(device);
        assertThat(DeviceInfo.stored("{}").fields()).isEmpty();
        assertThat(DeviceInfo.stored("rubbish").fields()).isEmpty();
    }
}
