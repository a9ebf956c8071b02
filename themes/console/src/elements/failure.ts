import { Refusal, Unreachable } from "../api/refusal";
import { LoginEnded } from "../session/login";
import type { Texts } from "../texts/texts";

/** Kinds of failure, as the texts tell them apart. */
export type Failure = "ended" | "unreachable" | "forbidden" | "missing" | "conflict" | "limit" | "refused" | "server";

export function failureOf(reason: unknown): Failure {
  if (reason instanceof LoginEnded) {
    return "ended";
  }
  if (reason instanceof Unreachable) {
    return "unreachable";
  }
  if (!(reason instanceof Refusal)) {
    return "server";
  }
  switch (reason.status) {
    case 403:
      return "forbidden";
    case 404:
      return "missing";
    case 412:
      return "conflict";
    default:
      if (reason.code === "limit_reached") {
        return "limit";
      }
      return reason.status >= 500 ? "server" : "refused";
  }
}

/** Why, in a sentence; what the server said itself where it refused a value. */
export function sentenceOf(reason: unknown, { say }: Texts): string {
  const failure = failureOf(reason);
  if (failure === "ended") {
    return say("failure.ended.kept");
  }
  return failure === "refused" && reason instanceof Refusal && reason.sentence
    ? say("failure.refused.because", { sentence: reason.sentence })
    : say(`failure.${failure}.text`);
}
