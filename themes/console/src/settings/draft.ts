import { type ApplicationType, type Fields, hasRedirectUrls } from "../api/application";
import { changesOf } from "../draft/changes";
import limits from "../limits.json";
import { shown } from "../texts/shown";
import { redirectProblem } from "./redirectUrl";
import { isHttps, webProblem } from "./webUrl";

/** The fields while they are written: empty texts for none, undefined where what is typed is no value. */
export type Draft = {
  name: string;
  description: string;
  redirectUrls: string[];
  rotateRefreshTokens: boolean;
  refreshGraceSeconds: string;
  absoluteExpirationSeconds: number | null | undefined;
  inactiveExpirationSeconds: number | null | undefined;
  standardResponses: boolean;
  appDescriptionUrl: string;
  developerName: string;
  developerEmail: string;
  privacyPolicyUrl: string;
};

export type DraftField = keyof Draft;

export const draftOf = (application: Fields): Draft => ({
  name: application.name ?? "",
  description: application.description ?? "",
  redirectUrls: application.redirectUrls ?? [],
  rotateRefreshTokens: application.rotateRefreshTokens ?? false,
  refreshGraceSeconds: String(application.refreshGraceSeconds ?? ""),
  absoluteExpirationSeconds: application.absoluteExpirationSeconds ?? null,
  inactiveExpirationSeconds: application.inactiveExpirationSeconds ?? null,
  standardResponses: application.standardResponses,
  appDescriptionUrl: application.appDescriptionUrl ?? "",
  developerName: application.developerName ?? "",
  developerEmail: application.developerEmail ?? "",
  privacyPolicyUrl: application.privacyPolicyUrl ?? "",
});

/** What is not empty, as the API takes it: null removes a value (RFC 7396). */
export function patchOf(before: Draft, after: Draft): Partial<Fields> {
  const value = (field: DraftField) => {
    const written = after[field];
    if (field === "refreshGraceSeconds") {
      return Number(written);
    }
    if (field === "redirectUrls") {
      return after.redirectUrls;
    }
    return typeof written === "string" ? written.trim() || null : written;
  };
  return Object.fromEntries(changesOf(before, after).map((field) => [field, value(field)]));
}

export type Problem = "name" | "long" | "email" | "page" | "grace" | "expiration" | "order";
/** Redirect URLs say themselves what is wrong with each; that the last one is gone, nobody else can say. */
export type Problems = Partial<Record<Exclude<DraftField, "redirectUrls">, Problem>> & {
  redirectUrls?: "blank" | "wrong" | "none";
};

/** What is wrong; rules of the server's class ApplicationField, which has the last word. */
export function problemsOf(before: Draft, draft: Draft, type: ApplicationType): Problems {
  const problems: Problems = {};
  const longest = (field: "name" | "description" | "developerName" | "developerEmail") => {
    if (draft[field].length > limits.text) {
      problems[field] = "long";
    }
  };
  longest("description");
  longest("developerName");
  longest("developerEmail");
  longest("name");
  if (shown(draft.name) === "") {
    problems.name = "name";
  }
  if (draft.developerEmail !== "" && !/^[^@\s<>"]+@[^@\s<>"]+\.[^@\s<>"]+$/.test(draft.developerEmail.trim())) {
    problems.developerEmail = "email";
  }
  for (const field of ["appDescriptionUrl", "privacyPolicyUrl"] as const) {
    if (draft[field] !== "" && !isPage(draft[field].trim())) {
      problems[field] = "page";
    }
  }
  if (!hasRedirectUrls(type)) {
    return problems;
  }
  if (!/^[0-9]{1,9}$/.test(draft.refreshGraceSeconds) || Number(draft.refreshGraceSeconds) > limits.graceSeconds) {
    problems.refreshGraceSeconds = "grace";
  }
  const { absoluteExpirationSeconds: absolute, inactiveExpirationSeconds: inactive } = draft;
  if (absolute === undefined) {
    problems.absoluteExpirationSeconds = "expiration";
  }
  if (inactive === undefined) {
    problems.inactiveExpirationSeconds = "expiration";
  } else if (absolute != null && inactive !== null && inactive > absolute) {
    problems.inactiveExpirationSeconds = "order";
  }
  const given = draft.redirectUrls.filter((url) => url !== "");
  if (!goodUrls(given, type)) {
    problems.redirectUrls = "wrong";
  } else if (given.length < draft.redirectUrls.length) {
    problems.redirectUrls = "blank";
  } else if (given.length === 0 && before.redirectUrls.length > 0) {
    problems.redirectUrls = "none";
  }
  return problems;
}

export const goodUrls = (urls: string[], type: ApplicationType) =>
  urls.every((url, index) => redirectProblem(url, type) === undefined && urls.indexOf(url) === index);

const isPage = (text: string) => isHttps(text) && webProblem(text) === undefined && text.length <= 2000;
