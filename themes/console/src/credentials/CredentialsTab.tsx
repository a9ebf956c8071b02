import { type Application, hasKeys, hasSecrets } from "../api/application";
import { useSay } from "../console/surroundings";
import { Copyable } from "../elements/Copyable";
import { PublicKeys } from "./PublicKeys";
import { Secrets } from "./Secrets";

/** How the application authenticates. */
export function CredentialsTab({ application, again }: { application: Application; again: () => Promise<void> }) {
  const say = useSay();
  return (
    <div className="workfront-sections">
      <p>{say(`type.${application.type}.authenticates`)}</p>
      {hasSecrets(application.type) ? (
        <Secrets application={application} again={again} />
      ) : (
        <Copyable label={say("clientId")} value={application.clientId} testId="client-id" />
      )}
      {hasKeys(application.type) && <PublicKeys application={application} again={again} />}
    </div>
  );
}
