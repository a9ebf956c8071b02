import type { Environment } from "../console/environment";
import { english } from "./english";
import type { Key } from "./keys";

/** Keys of our texts start with this: the console's own texts come in the same answer. */
export const PREFIX = "workfront.";

export type Values = Record<string, string | number>;

/** The texts of one language. */
export type Texts = {
  locale: string;
  direction: "ltr" | "rtl";
  say(key: Key, values?: Values): string;
};

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "ha", "he", "iw", "ji", "ps", "sd", "ug", "ur", "yi"]);

/**
 * With `count` among the values, the key's plural form in this language is taken, or the one for `other`; for none, the one
 * for `zero` in every language that has it. What this language lacks is said in English.
 */
export function textsOf(locale: string, messages: Record<string, string>): Texts {
  const tag = locale.replace("_", "-");
  const direction = RIGHT_TO_LEFT.has(tag.split("-")[0] ?? "") ? "rtl" : "ltr";
  const text = (key: Key, count: unknown) => textIn(messages, tag, key, count) ?? textIn(english, "en", key, count);
  return {
    locale: tag,
    direction,
    say: (key, values = {}) =>
      inItsDirection(
        (text(key, values.count) ?? key).replace(/\{\{(\w+)}}/g, (whole, name: string) =>
          name in values ? formatted(values[name], tag, direction) : whole,
        ),
        direction,
      ),
  };
}

function textIn(messages: Readonly<Record<string, string>>, locale: string, key: Key, count: unknown): string | undefined {
  if (typeof count !== "number") {
    return messages[PREFIX + key];
  }
  const forms = [...(count === 0 ? ["zero"] : []), new Intl.PluralRules(locale).select(count), "other"];
  return forms.map((form) => messages[`${PREFIX}${key}_${form}`]).find((text) => text !== undefined);
}

const LETTERS_FROM_THE_RIGHT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Thaana}/u;

/** A text that nobody has translated yet stays readable among those that run from the right (Unicode's LRI and PDI). */
const inItsDirection = (text: string, direction: "ltr" | "rtl") =>
  direction === "rtl" && !LETTERS_FROM_THE_RIGHT.test(text) ? `\u2066${text}\u2069` : text;

/** A value that may run the other way than its sentence is isolated (Unicode's FSI and PDI), as by `<bdi>`. */
function formatted(value: string | number | undefined, locale: string, direction: "ltr" | "rtl"): string {
  if (typeof value === "number") {
    return new Intl.NumberFormat(locale).format(value);
  }
  const text = String(value);
  return direction === "rtl" || LETTERS_FROM_THE_RIGHT.test(text) ? `\u2068${text}\u2069` : text;
}

/**
 * The texts come from Keycloak, like the console's own: from the theme's message files, with what the realm has changed.
 * The answer holds every text of the console, so it is asked for once per browser tab and bundle, unless it lacks some of
 * ours: then a node with an older jar has given it, and the next one may do better.
 */
export async function loadTexts(environment: Environment, locale: string): Promise<Texts> {
  const memory = `workfront-texts ${environment.realm} ${locale} ${import.meta.url}`;
  const known = sessionStorage.getItem(memory);
  if (known) {
    return textsOf(locale, JSON.parse(known) as Record<string, string>);
  }
  const ours = await textsOfKeycloak(environment, locale).catch(() => ({}));
  if (isComplete(ours)) {
    sessionStorage.setItem(memory, JSON.stringify(ours));
  }
  // A page in English alone is read out as English too.
  return Object.keys(ours).length > 0 ? textsOf(locale, ours) : textsOf("en", english);
}

async function textsOfKeycloak(environment: Environment, locale: string): Promise<Record<string, string>> {
  const answer = await fetch(
    `${environment.adminBaseUrl}/resources/${encodeURIComponent(environment.realm)}/admin/${encodeURIComponent(locale)}`,
  );
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  const all = (await answer.json()) as { key: string; value: string }[];
  return Object.fromEntries(all.filter(({ key }) => key.startsWith(PREFIX)).map(({ key, value }) => [key, value]));
}

/** Of the plural forms, every language has the last one. */
const isComplete = (messages: Record<string, string>) =>
  Object.keys(english).every((key) => key.replace(/_(zero|one|two|few|many|other)$/, "_other") in messages);
