import { type Application, hasKeys } from "../api/application";
import { useSay } from "../console/surroundings";
import { Section } from "../elements/Section";
import { BrowserTrial } from "./BrowserTrial";
import { MachineTrial } from "./MachineTrial";

/** The contract, walked with this application. */
export function TryTab({ application, customerId }: { application: Application; customerId: string | null }) {
  const say = useSay();
  const machine = hasKeys(application.type);
  return (
    <Section title={say("try.title")} text={say(machine ? "try.text.machine" : "try.text.browser")} testId="try">
      {machine ? (
        <MachineTrial application={application} customerId={customerId} />
      ) : (
        <BrowserTrial application={application} />
      )}
    </Section>
  );
}
