import type { Key } from "../texts/keys";
import { useSay } from "../console/surroundings";
import { PasteField } from "../trial/PasteField";
import { refusalIn } from "./commands";

type Props = {
  of: "registration" | "token";
  value: string;
  change: (value: string) => void;
  /** Whether it has what the next command needs. */
  usable: boolean;
};

/** Takes the answer to a command, and says why it is of no use. */
export function AnswerField({ of, value, change, usable }: Props) {
  const say = useSay();
  const error = refusalIn(value);
  const wrong: Key =
    error === ""
      ? `registered.try.problem.${of}`
      : error === "too_many_requests"
        ? "registered.try.problem.throttled"
        : "registered.try.problem.refused";
  return (
    <PasteField
      label={say(`registered.try.answer.${of}`)}
      value={value}
      change={change}
      help={say("registered.try.answer.help")}
      problem={usable || value.trim() === "" ? undefined : say(wrong, { error })}
      testId={of === "registration" ? "try-registered" : "try-issued"}
    />
  );
}
