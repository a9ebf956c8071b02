import { Button } from "@patternfly/react-core";
import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import { type RegisteredApplication, nameOf } from "../api/registered";
import { useSay } from "../console/surroundings";
import { Code } from "../elements/Code";
import { download, fileNameOf } from "../elements/download";
import { Loaded } from "../elements/Loaded";
import { Section } from "../elements/Section";
import { Revoked } from "./Revoked";
import { useStatement } from "./statement";

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
