import { expect, test, vi } from "vitest";
import { english } from "../src/texts/english";
import { loadTexts, textsOf } from "../src/texts/texts";
import { environment, languages, messages } from "./console";

/** Keycloak's answers to the requests for texts, one after the other; none means that it cannot be reached. */
function keycloak(...answers: (Response | undefined)[]) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    return answers.shift() ?? Promise.reject(new TypeError("Failed to fetch"));
  });
  return asked;
}

const answering = (texts: Record<string, string>) =>
  new Response(JSON.stringify([{ key: "realm", value: "렐름" }, ...Object.entries(texts).map(([key, value]) => ({ key, value }))]));

function without(texts: Record<string, string>, missing: string) {
  const { [missing]: _, ...others } = texts;
  return others;
}

test("completeTextsAreAskedForOncePerTab", async () => {
  const asked = keycloak(answering(messages("ko")));
  expect((await loadTexts(environment, "ko")).say("save")).toBe(messages("ko")["workfront.save"]);
  expect((await loadTexts(environment, "ko")).say("save")).toBe(messages("ko")["workfront.save"]);
  expect(asked).toEqual(["https://login.example.com/resources/acme/admin/ko"]);
});

test("missingTextIsEnglishAndAskedForAgain", async () => {
  const asked = keycloak(answering(without(messages("ko"), "workfront.save")), answering(messages("ko")));
  const texts = await loadTexts(environment, "ko");
  expect(texts.say("save")).toBe("Save");
  expect(texts.say("revert")).toBe(messages("ko")["workfront.revert"]);
  expect(sessionStorage).toHaveLength(0);
  expect((await loadTexts(environment, "ko")).say("save")).toBe(messages("ko")["workfront.save"]);
  expect(asked).toHaveLength(2);
});

test.each([
  ["a refusal", () => new Response("[]", { status: 503 })],
  ["something else than texts", () => new Response("<html>")],
  ["none of ours", () => answering({})],
  ["no answer", () => undefined],
])("whereKeycloakGivesNoTextsThePageIsEnglishAndNothingIsKept %s", async (_, answer) => {
  keycloak(answer());
  const texts = await loadTexts(environment, "ko");
  expect(texts.locale).toBe("en");
  expect(texts.say("list.full", { count: 1 })).toBe("This realm has reached its limit of 1 application. Delete it to create another one.");
  expect(sessionStorage).toHaveLength(0);
});

test("missingPluralIsTheEnglishOne", () => {
  expect(textsOf("ko", {}).say("list.full", { count: 1 })).toContain("limit of 1 application");
  expect(textsOf("ko", {}).say("list.full", { count: 2 })).toContain("limit of 2 applications");
});

test("englishOfTheBundleIsThatOfTheTheme", () => {
  expect(english).toEqual(messages("en"));
});

const PLURAL = /_(one|two|few|many|other)$/;

test.each(languages())("pluralFormsAreThoseThatTheBrowserAsksFor %s", (language) => {
  const asked = new Intl.PluralRules(language.replace("_", "-")).resolvedOptions().pluralCategories;
  const forms = Object.keys(messages(language)).filter((key) => PLURAL.test(key));
  const texts = [...new Set(forms.map((key) => key.replace(PLURAL, "")))];
  expect(texts).not.toHaveLength(0);
  expect(forms.sort()).toEqual(texts.flatMap((key) => asked.map((form) => `${key}_${form}`)).sort());
});

test("noneHasAFormOfItsOwnWhereALanguageGivesIt", () => {
  const forms = { "workfront.details.grants_zero": "No grants", "workfront.details.grants_other": "{{count}} grants" };
  expect(textsOf("en", forms).say("details.grants", { count: 0 })).toBe("No grants");
  expect(textsOf("ko", forms).say("details.grants", { count: 0 })).toBe("No grants");
  const { "workfront.details.grants_zero": _, ...others } = forms;
  expect(textsOf("ko", others).say("details.grants", { count: 0 })).toBe("0 grants");
});
