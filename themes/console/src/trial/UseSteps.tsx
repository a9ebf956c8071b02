import { type ReactNode, useState } from "react";
import { useSay, useSurroundings } from "../console/surroundings";
import { Code } from "../elements/Code";
import { Introspection } from "./Introspection";
import { PasteField } from "./PasteField";
import { type Answer, answerIn, logoutCommand } from "./commands";

/** The steps after a session ID was issued, filled in with the answer that brought it. */
export function UseSteps({ children, lastStep }: { children?: (answer: Answer) => ReactNode; lastStep: string }) {
  const say = useSay();
  const { administration } = useSurroundings();
  const [pasted, setPasted] = useState("");
  const answer = answerIn(pasted);
  return (
    <>
      <li>
        <p>{say("try.step.use")}</p>
        <PasteField label={say("try.answer")} value={pasted} change={setPasted} help={say("try.answer.help")} testId="try-answer" />
        <Introspection label={say("try.use")} token={answer.sessionId} testId="use-command" />
      </li>
      {children?.(answer)}
      <li>
        <p>{lastStep}</p>
        <Code label={say("try.logout")} text={logoutCommand(administration.mount, answer)} testId="logout-command" />
      </li>
    </>
  );
}
