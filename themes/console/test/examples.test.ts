import { expect, test } from "vitest";
import { titleOf } from "../src/api/application";
import { fresh, problemsOf as registeredProblemsOf, type ListField } from "../src/registered/draft";
import { draftOf, problemsOf } from "../src/settings/draft";
import { redirectProblem } from "../src/settings/redirectUrl";
import { initialOf, shown } from "../src/texts/shown";
import { timesheets } from "./console";
// The server's tests read them too: neither is stricter than the other.
import examples from "./examples.json";

test.each(examples.redirectUrls.good)("redirectUrlIsTaken: %s", (url) => {
  expect(redirectProblem(url, "single-page")).toBeUndefined();
});

test.each(examples.redirectUrls.bad)("redirectUrlIsNone: %s", (url) => {
  expect(redirectProblem(url, "single-page")).toBeDefined();
});

const pageProblem = (url: string) =>
  problemsOf(draftOf(timesheets), { ...draftOf(timesheets), privacyPolicyUrl: url }, "web").privacyPolicyUrl;

test.each(examples.pages.good)("pageIsTaken: %s", (url) => {
  expect(pageProblem(url)).toBeUndefined();
});

test.each(examples.pages.bad)("pageIsNone: %s", (url) => {
  expect(pageProblem(url)).toBe("page");
});

test.each(examples.names)("nameIsShownAsOnTheConsentPage: $written", ({ written, shown: expected, initial }) => {
  expect(shown(written)).toBe(expected);
  expect(initialOf(expected)).toBe(initial);
  expect(titleOf({ name: written, clientId: "acme-web" })).toBe(expected || "acme-web");
});

const elements = (kind: "good" | "bad") =>
  Object.entries(examples.registeredFields).flatMap(([field, each]) => each[kind].map((element) => [field as ListField, element] as const));

test.each(elements("good"))("elementIsTaken: %s %s", (field, element) => {
  expect(registeredProblemsOf({ ...fresh, name: "It", [field]: element })).toEqual({});
});

test.each(elements("bad"))("elementIsNone: %s %s", (field, element) => {
  expect(registeredProblemsOf({ ...fresh, name: "It", [field]: element })).toEqual({ [field]: field });
});
