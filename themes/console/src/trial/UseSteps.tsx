import { TextArea } from "@patternfly/react-core";
import { type ReactNode, useState } from "react";
import { useSay, useSurroundings } from "../console/surroundings";
import { Code } from "../elements/Code";
import { Field } from "../elements/Field";
import { Ltr } from "../elements/Ltr";
import { type Answer, answerIn, logoutCommand, useCommand } from "./commands";

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
        <Field label={say("try.answer")} help={say("try.answer.help")}>
          {({ isRequired: _, ...attributes }) => (
            <Ltr>
              <TextArea
                {...attributes}
                value={pasted}
                onChange={(_event, value) => setPasted(value)}
                rows={2}
                className="workfront-pem"
                autoComplete="off"
                spellCheck={false}
                resizeOrientation="vertical"
                data-testid="try-answer"
              />
            </Ltr>
          )}
        </Field>
        <Code label={say("try.use")} text={useCommand(administration.mount, answer)} testId="use-command" />
        <p className="workfront-quiet">{say("try.use.api")}</p>
      </li>
      {children?.(answer)}
      <li>
        <p>{lastStep}</p>
        <Code label={say("try.logout")} text={logoutCommand(administration.mount, answer)} testId="logout-command" />
      </li>
    </>
  );
}
