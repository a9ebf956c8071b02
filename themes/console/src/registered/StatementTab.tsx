import { Button } from "@patternfly/react-core";
import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import { useCallback } from "react";
import { type RegisteredApplication, nameOf } from "../api/registered";
import { useSay, useSurroundings } from "../console/surroundings";
import { Code } from "../elements/Code";
import { download, fileNameOf } from "../elements/download";
import { Loaded } from "../elements/Loaded";
import { useLoad } from "../elements/load";
import { Section } from "../elements/Section";
import { Revoked } from "./Revoked";

/** The software statement, for the developers of the app. */
export function StatementTab({ application }: { application: RegisteredApplication }) {
  const say = useSay();
  return application.revokedAt ? (
    <Revoked />
  ) : (
    <Section title={say("registered.statement")} text={say("registered.statement.text")} testId="statement">
      <Statement application={application} />
    </Section>
  );
}

function Statement({ application }: { application: RegisteredApplication }) {
  const say = useSay();
  const { shown, again } = useStatement(application);
  return (
    <Loaded of={shown} again={again}>
      {(statement) => (
        <div className="workfront-section workfront-form">
          <Code label={say("registered.statement")} text={statement} testId="software-statement" />
          <div>
            <Button
              variant="secondary"
              icon={<DownloadIcon />}
              onClick={() => download(`software-statement-${fileNameOf(nameOf(application))}.jwt`, statement)}
              data-testid="download-statement"
            >
              {say("registered.statement.download")}
            </Button>
          </div>
          <p className="workfront-quiet">{say("registered.statement.key")}</p>
        </div>
      )}
    </Loaded>
  );
}

/** It says what the fields say that are in it, so it is asked for anew when one of them is another. */
export function useStatement({ id, name, version, scopes }: RegisteredApplication) {
  const { administration } = useSurroundings();
  const written = JSON.stringify([name, version, scopes]);
  const load = useCallback(() => administration.registered.statement(id), [administration, id, written]);
  return useLoad(load);
}
