import type { Application } from "../api/application";
import { changesOf } from "../draft/changes";
import type { Texts } from "../texts/texts";
import { type Draft, type DraftField, draftOf } from "./draft";
import { choiceOf, unitOf, units } from "./expiration";

/** What somebody else has saved, as the form would show it. */
export const theirFields = (base: Application, theirs: Application, texts: Texts) =>
  changesOf(draftOf(base), draftOf(theirs)).map((field) => ({
    field,
    label: texts.say(`settings.${field}`),
    value: written(field, draftOf(theirs), texts),
  }));

function written(field: DraftField, { [field]: value }: Draft, { say, locale }: Texts): string {
  if (typeof value === "boolean") {
    return say(value ? "conflict.on" : "conflict.off");
  }
  if (typeof value === "number") {
    const choice = choiceOf(value);
    const unit = unitOf(value);
    return choice ? say(`expiration.${choice}`) : `${new Intl.NumberFormat(locale).format(value / units[unit])} ${say(`expiration.${unit}`)}`;
  }
  if (value == null) {
    return say("expiration.none");
  }
  return (Array.isArray(value) ? value.join(", ") : value) || say("conflict.empty");
}
