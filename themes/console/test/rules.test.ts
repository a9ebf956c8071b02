import { expect, test } from "vitest";
import { hashOf, readRoute } from "../src/console/route";
import { pemProblem } from "../src/credentials/pem";
import { choiceOf, secondsOf, unitOf } from "../src/settings/expiration";
import { redirectProblem } from "../src/settings/redirectUrl";
import { textsOf } from "../src/texts/texts";
import { answerIn, codeIn, errorIn, quoted } from "../src/trial/commands";

test.each([
  ["https://app.example.com/callback", undefined],
  ["https://app.example.com:8443/a?b=c%20d", undefined],
  ["http://localhost:9999/callback", undefined],
  ["http://127.0.0.1/callback", undefined],
  ["http://[::1]:8080/", undefined],
  ["com.example.app:/callback", undefined],
  ["", "empty"],
  ["/callback", "relative"],
  ["javascript:alert(1)", "scheme"],
  ["https://app.example.com/*", "wildcard"],
  ["https://app.example.com/#a", "fragment"],
  ["https://me@app.example.com/", "user"],
  ["https:///callback", "host"],
  ["http://app.example.com/", "http"],
  ["http://127.1/", "host"],
  ["https://app.example.com/a b", "spelling"],
  ["https://app.example.com/콜백", "spelling"],
  ["urn:ietf:wg:oauth:2.0:oob", "urn"],
  ["https://app.example.com:443/callback", "port"],
  ["https://[0::1]/callback", "address"],
  ["https://[::ffff:127.0.0.1]:8080/callback", "address"],
  ["https://app.example.com/../callback", "dots"],
  ["com.example.app:callback?a=1", "opaque"],
  ["https://app.example.com/callback?a[]=1", "brackets"],
  ["https://app.example.com/callback?a=1&&b=2", "parameter"],
  ["https://app.example.com/callback?st%61te=fixed", "answer"],
  [`https://app.example.com/${"a".repeat(2000)}`, "long"],
])("redirectUrl %s is judged: %s", (url, problem) => {
  expect(redirectProblem(url, "single-page")).toBe(problem);
});

test("onlySinglePageApplicationsHaveASchemeOfTheirOwn", () => {
  expect(redirectProblem("com.example.app:/callback", "web")).toBe("own");
  expect(redirectProblem("urn:ietf:wg:oauth:2.0:oob", "web")).toBe("urn");
  expect(redirectProblem("https://app.example/callback", "web")).toBeUndefined();
});

test("everyAddressIsReadAsItIsWritten", () => {
  const realm = "a b/c";
  const routes = [
    { page: "list", realm },
    { page: "creation", realm },
    { page: "details", realm, clientId: "new/one", tab: "settings" },
    { page: "details", realm, clientId: "new", tab: "grants" },
  ] as const;
  for (const route of routes) {
    expect(readRoute(hashOf(route))).toEqual(route);
  }
});

test("addressesOfTheConsoleAreNotOurs", () => {
  for (const hash of ["", "#/", "#/acme", "#/acme/clients", "#/acme/oauth2-applications/a/b/c", "#/acme/new-oauth2-application/x"]) {
    expect(readRoute(hash)).toBeUndefined();
  }
});

test("expirationsAreChoicesOrWholeNumbersOfAUnit", () => {
  expect(choiceOf(86400)).toBe("day");
  expect(choiceOf(86401)).toBeUndefined();
  expect(unitOf(86401)).toBe("seconds");
  expect(unitOf(5400)).toBe("minutes");
  expect(secondsOf("2", "days")).toBe(172800);
  expect(secondsOf("1.5", "days")).toBeUndefined();
  expect(secondsOf("0", "days")).toBeUndefined();
  expect(secondsOf("18251", "days")).toBeUndefined();
});

const PUBLIC = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n";

test("onlyOnePublicPemBlockIsSent", () => {
  expect(pemProblem(PUBLIC)).toBeUndefined();
  expect(pemProblem("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----")).toBeUndefined();
  expect(pemProblem("-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----")).toBe("private");
  expect(pemProblem("-----BEGIN CERTIFICATE-----\nMIIB\n-----END PUBLIC KEY-----")).toBe("form");
  expect(pemProblem(PUBLIC + PUBLIC)).toBe("form");
  expect(pemProblem(`${PUBLIC}-----BEGIN X509 CRL-----`)).toBe("form");
  expect(pemProblem("-----BEGIN PUBLIC KEY-----\n\n-----END PUBLIC KEY-----")).toBe("form");
  expect(pemProblem("x".repeat(20000))).toBe("long");
});

test.each([
  "# of our build server\n",
  "Bag Attributes\n    localKeyID: 54 69\nsubject=CN=a\n",
  "Public-Key: (2048 bit)\nExponent: 65537 (0x10001)\n",
  "X509v3 Private Key Usage Period:\n",
  "\ufeff",
])("textAroundAPublicKeyIsForPeople: %j", (text) => {
  expect(pemProblem(text + PUBLIC)).toBeUndefined();
  expect(pemProblem(`${PUBLIC}\r\n${text}`)).toBeUndefined();
});

test.each([
  "-----BEGIN ENCRYPTED PRIVATE KEY-----\n",
  "-----END PRIVATE KEY-----\n",
  "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n",
  "PuTTY-User-Key-File-3: ssh-rsa\nPrivate-Lines: 1\n",
  "Private-Key: (2048 bit, 2 primes)\n",
  "privateExponent:\n",
  '{"kty":"RSA","d" : "AAAA"}\n',
  "b3BlbnNzaC1rZXktdjEAAAAA\n",
  "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw\n",
  "MIIEowIBAAKCAQEA0\n",
  "MC4CAQAwBQYDK2VwBCIEI\n",
])("privateKeyDoesNotTravelBesideAPublicOne: %j", (text) => {
  expect(pemProblem(text + PUBLIC)).toBe("private");
  expect(pemProblem(PUBLIC + text)).toBe("private");
});

test("codeIsFoundInWhateverIsPasted", () => {
  expect(codeIn(" 1e9.2-3 ")).toBe("1e9.2-3");
  expect(codeIn("http://localhost:9999/callback?state=a&code=1e9.2-3&domain=acme")).toBe("1e9.2-3");
});

test("answerWithoutACodeIsNoCode", () => {
  const denied = "http://localhost:9999/callback?error=access_denied&state=a&domain=acme";
  expect(codeIn(denied)).toBe("");
  expect(errorIn(denied)).toBe("access_denied");
  expect(errorIn("1e9.2-3")).toBeNull();
});

test("tokensAreFoundInWhateverIsPasted", () => {
  expect(answerIn('{"token_type":"sessionID","access_token":"1Yr","refresh_token":"1Ax","expires_in":3600}')).toEqual({
    sessionId: "1Yr",
    refreshToken: "1Ax",
  });
  expect(answerIn(" 1Yrqyw ")).toEqual({ sessionId: "1Yrqyw", refreshToken: "" });
  expect(answerIn('{"error":true,"type":"invalid_grant"}')).toEqual({ sessionId: "", refreshToken: "" });
});

test("valuesAreIsolatedWhereTheyMayRunTheOtherWay", () => {
  const messages = { "workfront.deletion.title": "Delete {{name}}?" };
  expect(textsOf("en", messages).say("deletion.title", { name: "Timesheets" })).toBe("Delete Timesheets?");
  expect(textsOf("en", messages).say("deletion.title", { name: "ساعات" })).toBe("Delete \u2068ساعات\u2069?");
  expect(textsOf("ar", messages).say("deletion.title", { name: "Timesheets" })).toBe(
    "\u2066Delete \u2068Timesheets\u2069?\u2069",
  );
  const translated = { "workfront.deletion.title": "حذف {{name}}؟" };
  expect(textsOf("ar", translated).say("deletion.title", { name: "Timesheets" })).toBe("حذف \u2068Timesheets\u2069؟");
});

test("shellWordsHoldQuotes", () => {
  expect(quoted("it's")).toBe(`'it'\\''s'`);
});

test("textsHavePluralFormsAndPlacesAndADirection", () => {
  const messages = { "workfront.details.grants_one": "{{count}} grant", "workfront.details.grants_other": "{{count}} grants" };
  expect(textsOf("en", messages).say("details.grants", { count: 1 })).toBe("1 grant");
  expect(textsOf("en", messages).say("details.grants", { count: 1200 })).toBe("1,200 grants");
  expect(textsOf("ko", messages).say("details.grants", { count: 1 })).toBe("1 grants");
  expect(textsOf("ar", messages).direction).toBe("rtl");
  expect(textsOf("pt_BR", messages).direction).toBe("ltr");
});
