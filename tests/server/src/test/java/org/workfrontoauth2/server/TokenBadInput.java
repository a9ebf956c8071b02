package org.workfrontoauth2.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** Bad requests to the token endpoint (contract, section 4). */
final class TokenBadInput {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String SECRET = "acme-web-secret-for-the-demo-only";
    private static final String CLIENT = "client_id=acme-web&client_secret=" + SECRET;
    private static final String REDIRECT = "redirect_uri=http%3A%2F%2Flocalhost%3A9999%2Fcallback";
    private static final String CODE_GRANT = "grant_type=authorization_code&" + REDIRECT;
    private static final String SINGLE_PAGE = "client_id=acme-spa&grant_type=authorization_code"
            + "&redirect_uri=http%3A%2F%2Flocalhost%3A9999%2Fspa&code=x";
    private static final int MEGABYTE = 1024 * 1024;

    private final String endpoint;
    private final List<BadInput> all = new ArrayList<>();

    TokenBadInput(String endpoint) {
        this.endpoint = endpoint;
    }

    List<BadInput> all() {
        missing();
        repeated();
        oversized();
        wrongEncoding();
        wrongJson();
        wrongMediaType();
        wrongMethod();
        wrongCredentials();
        return all;
    }

    private void missing() {
        form("an empty form", "", anyError());
        form("a form of separators", "&&&=&==&", anyError());
        form("no client", CODE_GRANT + "&code=x", error(401, "invalid_client"));
        form("an empty client", "client_id=&" + CODE_GRANT + "&code=x", error(401, "invalid_client"));
        form("no secret", "client_id=acme-web&" + CODE_GRANT + "&code=x", error(401, "invalid_client"));
        form(
                "an empty secret",
                "client_id=acme-web&client_secret=&" + CODE_GRANT + "&code=x",
                error(401, "invalid_client"));
        form("no grant type", CLIENT + "&code=x&" + REDIRECT, invalidRequest());
        form("an empty grant type", CLIENT + "&grant_type=&code=x&" + REDIRECT, invalidRequest());
        form("no code", CLIENT + "&" + CODE_GRANT, invalidRequest());
        form("an empty code", CLIENT + "&" + CODE_GRANT + "&code=", invalidRequest());
        form("no redirect URL", CLIENT + "&grant_type=authorization_code&code=x", anyError());
        form("no refresh token", CLIENT + "&grant_type=refresh_token", invalidRequest());
        form("an empty refresh token", CLIENT + "&grant_type=refresh_token&refresh_token=", invalidRequest());
        json("an empty object", "{}", anyError());
        json("an object without a grant", object(""), invalidRequest());
        json("an object without a code", object("'grant_type':'authorization_code'"), invalidRequest());
    }

    private void repeated() {
        for (String name : List.of("grant_type", "code", "redirect_uri", "client_id", "client_secret")) {
            String body = CLIENT + "&" + CODE_GRANT + "&code=x";
            form(name + " twice", body + "&" + value(body, name), invalidRequest());
        }
        form(
                "refresh_token twice",
                CLIENT + "&grant_type=refresh_token&refresh_token=a&refresh_token=b",
                invalidRequest());
        form("code_verifier twice", SINGLE_PAGE + "&code_verifier=a&code_verifier=b", invalidRequest());
        form("two clients", CLIENT + "&client_id=acme-spa&" + CODE_GRANT + "&code=x", invalidRequest());
        json(
                "a member twice",
                object("'grant_type':'refresh_token','refresh_token':'a','refresh_token':'b'"),
                invalidRequest());
        json(
                "a client twice",
                object("'client_id':'acme-spa','grant_type':'refresh_token','refresh_token':'a'"),
                invalidRequest());
    }

    private static String value(String body, String name) {
        int start = ("&" + body).indexOf("&" + name + "=");
        int end = body.indexOf('&', start);
        return body.substring(start, end < 0 ? body.length() : end);
    }

    private void oversized() {
        String megabyte = "x".repeat(MEGABYTE);
        form("a form of a megabyte", CLIENT + "&" + CODE_GRANT + "&code=" + megabyte, error(413, "invalid_request"));
        json(
                "an object of a megabyte",
                object("'grant_type':'refresh_token','refresh_token':'" + megabyte + "'"),
                error(413, "invalid_request"));
        json("a megabyte of brackets", "[".repeat(MEGABYTE), error(413, "invalid_request"));
        form("a megabyte that is no form", megabyte, error(413, "invalid_request"));
        form("a body one byte too long", padded(64 * 1024 + 1), error(413, "invalid_request"));
        form("a body of the greatest length", padded(64 * 1024), not(413));
        form("a code of 50,000 characters", CLIENT + "&" + CODE_GRANT + "&code=" + "x".repeat(50_000), anyError(400));
        form(
                "a refresh token of 50,000 characters",
                CLIENT + "&grant_type=refresh_token&refresh_token=" + "x".repeat(50_000),
                anyError(400));
        form("a client of 50,000 characters", CODE_GRANT + "&code=x&client_id=" + "x".repeat(50_000), anyError());
        form(
                "a secret of 50,000 characters",
                "client_id=acme-web&client_secret=" + "x".repeat(50_000) + "&" + CODE_GRANT + "&code=x",
                anyError());
        form("a verifier of 50,000 characters", SINGLE_PAGE + "&code_verifier=" + "x".repeat(50_000), anyError(400));
        form("a grant type of 50,000 characters", CLIENT + "&grant_type=" + "x".repeat(50_000), anyError(400));
        form("5,000 parameters", CLIENT + "&" + CODE_GRANT + "&code=x" + "&a=b".repeat(5_000), anyError(400));
        form(
                "a name of 50,000 characters",
                CLIENT + "&" + CODE_GRANT + "&code=x&" + "x".repeat(50_000) + "=y",
                anyError(400));
    }

    private static String padded(int length) {
        String body = CLIENT + "&" + CODE_GRANT + "&code=x&padding=";
        return body + "x".repeat(length - body.length());
    }

    private void wrongEncoding() {
        for (String bad : List.of("%00", "%C3%28", "%FF", "%C0%80", "%ED%A0%80", "%zz", "%", "%2", "a%00b")) {
            form("a code with " + bad, CLIENT + "&" + CODE_GRANT + "&code=" + bad, anyError(400));
            form(
                    "a refresh token with " + bad,
                    CLIENT + "&grant_type=refresh_token&refresh_token=" + bad,
                    anyError(400));
            form("a client with " + bad, CODE_GRANT + "&code=x&client_id=" + bad, anyError());
        }
        form("a grant type with a NUL", CLIENT + "&grant_type=refresh_token%00&refresh_token=x", anyError(400));
        form(
                "a redirect URL with a NUL",
                CLIENT + "&grant_type=authorization_code&code=x&redirect_uri=http://a/%00",
                anyError(400));
        form(
                "a secret with a NUL",
                "client_id=acme-web&client_secret=" + SECRET + "%00&" + CODE_GRANT + "&code=x",
                anyError());
        form("a name with a NUL", CLIENT + "&" + CODE_GRANT + "&code%00=x&code=x", anyError(400));
        bytes(
                "bytes that are no UTF-8",
                FORM,
                CLIENT + "&" + CODE_GRANT + "&code=",
                new byte[] {(byte) 0xC3, 0x28},
                anyError(400));
        bytes("a NUL byte", FORM, CLIENT + "&" + CODE_GRANT + "&code=", new byte[] {0}, anyError(400));
        bytes(
                "bytes that are no UTF-8 in JSON",
                JSON,
                "{\"client_id\":\"acme-spa\",\"grant_type\":\"",
                new byte[] {(byte) 0xC3, 0x28, '"', '}'},
                anyError(400));
        bytes(
                "a NUL byte in JSON",
                JSON,
                "{\"client_id\":\"acme-spa\",\"code\":\"",
                new byte[] {0, '"', '}'},
                anyError(400));
        add(
                "UTF-16 in JSON",
                post(JSON, object("'grant_type':'refresh_token'").getBytes(StandardCharsets.UTF_16)),
                anyError(400));
        json("an escaped NUL", object("'grant_type':'refresh_token','refresh_token':'\\u0000'"), anyError(400));
        json("half a surrogate", object("'grant_type':'refresh_token','refresh_token':'\\ud800'"), anyError(400));
        json(
                "a client that is a NUL",
                "{\"client_id\":\"\\u0000\",\"grant_type\":\"refresh_token\",\"refresh_token\":\"x\"}",
                anyError());
    }

    private void wrongJson() {
        for (String text : List.of(
                "[]",
                "[{}]",
                "\"text\"",
                "1",
                "null",
                "true",
                "{",
                "}",
                "{\"a\"",
                "{\"a\":}",
                "{a:1}",
                "{'a':'b'}",
                "{}{}",
                "{} x",
                "{\"a\":1,}",
                "// comment\n{}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "\uFEFF{\"a\":\"b\"}",
                "\uFEFF\uFEFF{\"a\":\"b\"}",
                "{\"a\":\"b\nc\"}",
                "{\"a\":\"\\x\"}",
                "client_id=acme-web",
                " ",
                "")) {
            json("JSON " + text.replace("\n", "\\n"), text, anyError());
        }
        json("deep arrays", "[".repeat(20_000) + "]".repeat(20_000), anyError(400));
        json("deep objects", "{\"a\":".repeat(8_000) + "1" + "}".repeat(8_000), anyError(400));
        json(
                "deep below a member",
                object("'grant_type':'refresh_token','x':" + "[".repeat(20_000) + "]".repeat(20_000)),
                anyError(400));
        json(
                "a number of 50,000 digits",
                object("'grant_type':'refresh_token','refresh_token':" + "9".repeat(50_000)),
                anyError(400));
        json("a huge exponent", object("'grant_type':'refresh_token','refresh_token':1e999999999"), anyError(400));
        for (String value : List.of("1", "1.5", "true", "null", "[]", "['x']", "{}", "{'a':'b'}")) {
            json(
                    "a code that is " + value,
                    object("'grant_type':'authorization_code','redirect_uri':'x','code':" + value),
                    anyError(400));
            json(
                    "a refresh token that is " + value,
                    object("'grant_type':'refresh_token','refresh_token':" + value),
                    anyError(400));
            json("a grant type that is " + value, object("'grant_type':" + value), anyError(400));
            json(
                    "a client that is " + value,
                    "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"x\",\"client_id\":" + quoted(value) + "}",
                    anyError());
        }
    }

    private void wrongMediaType() {
        String body = CLIENT + "&" + CODE_GRANT + "&code=x";
        for (String type : List.of(
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/xml",
                "application/jsonx",
                "application/jwt",
                "application/vnd.api+json",
                "text/json",
                "*/*",
                "application",
                "///",
                ";",
                "application/json, text/plain")) {
            add("media type " + type, Request.of("POST", endpoint).body(type, body), error(415, "invalid_request"));
        }
        add("no media type", Request.of("POST", endpoint).header("Content-Length", "0"), anyError(401, 415, 400));
        add("a form that says it is JSON", Request.of("POST", endpoint).body(JSON, body), anyError(400));
        add(
                "JSON that says it is a form",
                Request.of("POST", endpoint).body(FORM, object("'grant_type':'refresh_token'")),
                anyError());
        add(
                "an unknown charset",
                Request.of("POST", endpoint).body(FORM + "; charset=no-such", body),
                anyError(400, 415));
        add(
                "another charset",
                Request.of("POST", endpoint).body(JSON + "; charset=utf-16", object("'grant_type':'refresh_token'")),
                anyError(400, 415));
        add(
                "a content coding",
                Request.of("POST", endpoint).body(FORM, body).header("Content-Encoding", "gzip"),
                anyError(400, 415));
    }

    private void wrongMethod() {
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH")) {
            add(method, Request.of(method, endpoint), answer -> {
                Answers.assertThat(answer)
                        .isWorkfrontError(405, "invalid_request")
                        .hasHeader("Allow", "POST, OPTIONS");
            });
        }
        add("HEAD", Request.of("HEAD", endpoint), answer -> Answers.assertThat(answer)
                .hasStatus(405));
        add(
                "GET with a good query",
                Request.get(endpoint + "?" + CLIENT + "&" + CODE_GRANT + "&code=x"),
                error(405, "invalid_request"));
        add("PUT with a body", Request.of("PUT", endpoint).body(FORM, CLIENT), error(405, "invalid_request"));
        add("a method that nobody knows", Request.of("BREW", endpoint), answer -> Assertions.assertThat(answer.status())
                .isBetween(400, 499));
        add(
                "POST with everything in the query",
                Request.of("POST", endpoint + "?" + CLIENT + "&" + CODE_GRANT + "&code=x")
                        .body(FORM, ""),
                anyError());
    }

    private void wrongCredentials() {
        String body = CODE_GRANT + "&code=x";
        for (String header : List.of(
                "Basic",
                "Basic ",
                "Basic !!!",
                "Basic " + base64("no-colon"),
                "Basic " + base64(":"),
                "Basic " + base64(":secret"),
                "Basic " + base64("acme-web:%zz"),
                "Basic " + base64("acme-web:wrong"),
                "Basic " + base64("acme\0web:x"),
                "Basic " + base64("x".repeat(5_000) + ":y"),
                "Bearer x",
                "Digest username=x",
                "Negotiate x",
                "x",
                "Basic x y",
                "Basic " + Base64.getEncoder().encodeToString(new byte[] {(byte) 0xC3, 0x28, ':', 'x'}))) {
            add(
                    "Authorization: " + (header.length() > 60 ? header.substring(0, 60) + "…" : header),
                    Request.of("POST", endpoint).body(FORM, body).header("Authorization", header),
                    anyError(400, 401));
        }
        String basic = "Basic " + base64("acme-web:" + SECRET);
        add(
                "two Authorization headers",
                Request.of("POST", endpoint)
                        .body(FORM, body)
                        .header("Authorization", basic)
                        .header("Authorization", basic),
                anyError(400, 401));
        add(
                "credentials in both places",
                Request.of("POST", endpoint).body(FORM, CLIENT + "&" + body).header("Authorization", basic),
                invalidRequest());
        add(
                "another client in the body",
                Request.of("POST", endpoint)
                        .body(FORM, "client_id=acme-spa&" + body)
                        .header("Authorization", basic),
                anyError(400, 401));
        add(
                "a client assertion",
                Request.of("POST", endpoint)
                        .body(
                                FORM,
                                body
                                        + "&client_id=acme-web&client_assertion=x&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                error(401, "invalid_client"));
        form("a secret of a single page application", SINGLE_PAGE + "&client_secret=x", error(401, "invalid_client"));
        form("an unknown client", "client_id=%3Cscript%3E&client_secret=x&" + body, answer -> {
            Answers.assertThat(answer).isWorkfrontError(401, "invalid_client");
            Assertions.assertThat(answer.text()).doesNotContain("<script>");
        });
        form("a client that is a pattern", "client_id=acme-%25&client_secret=x&" + body, error(401, "invalid_client"));
        form("an injection", "client_id=acme-web'%20or%20'1'='1&client_secret=x&" + body, error(401, "invalid_client"));
    }

    // Words of the table

    private void form(String name, String body, Consumer<Answer> expected) {
        add("form: " + name, post(FORM, body.getBytes(StandardCharsets.UTF_8)), expected);
    }

    private void json(String name, String body, Consumer<Answer> expected) {
        add("JSON: " + name, post(JSON, body.getBytes(StandardCharsets.UTF_8)), expected);
    }

    private void bytes(String name, String type, String start, byte[] end, Consumer<Answer> expected) {
        byte[] head = start.getBytes(StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOf(head, head.length + end.length);
        System.arraycopy(end, 0, body, head.length, end.length);
        add(name, post(type, body), expected);
    }

    private Request post(String type, byte[] body) {
        return Request.of("POST", endpoint).body(type, body);
    }

    private void add(String name, Request request, Consumer<Answer> expected) {
        all.add(new BadInput(name, request, expected));
    }

    /** A flat object with the web application's credentials; single quotes stand for double ones. */
    private static String object(String members) {
        return "{\"client_id\":\"acme-web\",\"client_secret\":\"" + SECRET + "\"" + (members.isEmpty() ? "" : ",")
                + quoted(members) + "}";
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Consumer<Answer> error(int status, String type) {
        return answer -> Answers.assertThat(answer).isWorkfrontError(status, type);
    }

    private static Consumer<Answer> invalidRequest() {
        return error(400, "invalid_request");
    }

    /** Where the contract leaves open which of two faults is found first. */
    private static Consumer<Answer> anyError(Integer... statuses) {
        return answer -> {
            Answers.assertThat(answer).isWorkfrontError();
            if (statuses.length > 0) {
                Assertions.assertThat(answer.status()).as(answer.toString()).isIn((Object[]) statuses);
            }
        };
    }

    private static Consumer<Answer> not(int status) {
        return answer -> {
            Answers.assertThat(answer).isWorkfrontError();
            Assertions.assertThat(answer.status()).isNotEqualTo(status);
        };
    }
}
