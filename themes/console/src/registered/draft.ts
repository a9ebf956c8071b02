import type { RegisteredFields } from "../api/registered";
import { changesOf } from "../draft/changes";
import limits from "../limits.json";
import { DANGEROUS } from "../settings/redirectUrl";
import { shown } from "../texts/shown";

/** The fields while they are written: lists have one element a line. */
export type RegisteredDraft = Record<keyof RegisteredFields, string>;
export type RegisteredField = keyof RegisteredDraft;

export const listFields = ["platforms", "scopes", "redirectDomains", "customSchemes"] as const;
export type ListField = (typeof listFields)[number];

/** What an app that was written for Adobe Pass asks for. */
export const fresh: RegisteredDraft = {
  name: "",
  version: "",
  platforms: "",
  scopes: "api:client:v2",
  redirectDomains: "",
  customSchemes: "",
};

export const draftOf = (fields: RegisteredFields): RegisteredDraft => ({
  name: fields.name,
  version: fields.version ?? "",
  platforms: fields.platforms.join("\n"),
  scopes: fields.scopes.join("\n"),
  redirectDomains: fields.redirectDomains.join("\n"),
  customSchemes: fields.customSchemes.join("\n"),
});

/** What stands on the lines, each once. */
const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];

export const fieldsOf = (draft: RegisteredDraft): RegisteredFields => ({
  name: draft.name.trim(),
  version: draft.version.trim() || null,
  platforms: linesOf(draft.platforms),
  scopes: linesOf(draft.scopes),
  redirectDomains: linesOf(draft.redirectDomains),
  customSchemes: linesOf(draft.customSchemes),
});

/** The fields that differ (RFC 7396). */
export function patchOf(before: RegisteredDraft, after: RegisteredDraft): Partial<RegisteredFields> {
  const fields = fieldsOf(after);
  return Object.fromEntries(changesOf(before, after).map((field) => [field, fields[field]]));
}

export type RegisteredProblem = "name" | "long" | "many" | ListField | "version";
export type RegisteredProblems = { [field in RegisteredField]?: RegisteredProblem | undefined };

/** What one element of a list is, in whatever letter case where there is none. */
const ELEMENT: Record<ListField, (text: string) => boolean> = {
  platforms: (text) => /^[A-Za-z0-9][A-Za-z0-9 ._+-]{0,63}$/.test(text),
  scopes: (text) => /^[\x21\x23-\x5B\x5D-\x7E]{1,100}$/.test(text),
  redirectDomains: (text) =>
    /^(?=.{1,190}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?![0-9]+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(text),
  customSchemes: (text) => /^[a-z][a-z0-9+.-]{1,62}$/i.test(text) && !isTaken(text.toLowerCase()),
};

/** Schemes of the web, and those that lead to no app. */
const isTaken = (scheme: string) => scheme === "http" || scheme === "https" || DANGEROUS.has(scheme);

/** What is wrong; rules of the server's class RegisteredField, which has the last word. */
export function problemsOf(draft: RegisteredDraft): RegisteredProblems {
  const problems: RegisteredProblems = {};
  if (shown(draft.name) === "") {
    problems.name = "name";
  }
  if (draft.name.length > limits.text) {
    problems.name = "long";
  }
  if (draft.version.length > limits.registeredVersion) {
    problems.version = "version";
  }
  for (const field of listFields) {
    const elements = linesOf(draft[field]);
    if (!elements.every(ELEMENT[field])) {
      problems[field] = field;
    } else if (elements.length > limits.registeredElements) {
      problems[field] = "many";
    }
  }
  return problems;
}
