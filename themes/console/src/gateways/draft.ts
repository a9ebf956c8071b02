import type { Settings } from "../api/application";
import { changesOf } from "../draft/changes";
import limits from "../limits.json";

/** The settings while they are written: one address a line, none for the default. */
export type GatewayDraft = { verifyAddresses: string; nobody: boolean; verifyCacheSeconds: string; sessionIdInQuery: boolean };
export type GatewayField = keyof GatewayDraft;
export type GatewayProblems = { verifyAddresses?: "addresses" | "many"; verifyCacheSeconds?: "seconds" };

export const draftOf = ({ verifyAddresses, verifyCacheSeconds, sessionIdInQuery }: Settings): GatewayDraft => ({
  verifyAddresses: (verifyAddresses ?? []).join("\n"),
  nobody: verifyAddresses?.length === 0,
  verifyCacheSeconds: String(verifyCacheSeconds ?? 0),
  sessionIdInQuery: sessionIdInQuery ?? true,
});

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,]/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];

/** An empty list lets no address ask; null is the default. */
const addressesOf = ({ verifyAddresses, nobody }: GatewayDraft): string[] | null => {
  const lines = linesOf(verifyAddresses);
  return nobody ? [] : lines.length === 0 ? null : lines;
};

/** The members that differ. */
export function changesToSend(before: GatewayDraft, after: GatewayDraft): Partial<Settings> {
  const changed = changesOf(before, after);
  return {
    ...(changed.includes("verifyAddresses") || changed.includes("nobody") ? { verifyAddresses: addressesOf(after) } : {}),
    ...(changed.includes("verifyCacheSeconds") ? { verifyCacheSeconds: Number(after.verifyCacheSeconds) } : {}),
    ...(changed.includes("sessionIdInQuery") ? { sessionIdInQuery: after.sessionIdInQuery } : {}),
  };
}

/** Roughly: the server has the last word. */
const isAddress = (text: string) => /^[0-9a-f.:]+(\/[0-9]{1,3})?$/i.test(text) && /[.:]/.test(text);

/** What is wrong. */
export function problemsOf(draft: GatewayDraft): GatewayProblems {
  const lines = linesOf(draft.verifyAddresses);
  return {
    ...(draft.nobody || lines.every(isAddress) ? (lines.length > limits.verifyAddresses ? { verifyAddresses: "many" as const } : {}) : { verifyAddresses: "addresses" as const }),
    ...(/^[0-9]{1,9}$/.test(draft.verifyCacheSeconds) && Number(draft.verifyCacheSeconds) <= limits.verifyCacheSeconds ? {} : { verifyCacheSeconds: "seconds" as const }),
  };
}
