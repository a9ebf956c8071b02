import { FormSection } from "@patternfly/react-core";
import { type ApplicationType, hasRedirectUrls } from "../api/application";
import { useSay } from "../console/surroundings";
import { TextField, type Written } from "./TextField";

/** What users are told when the application asks for access; they are never asked about one that runs without them. */
export function About({ type, ...written }: Written & { type: ApplicationType }) {
  const say = useSay();
  const helpFor = (field: "developerName" | "developerEmail" | "privacyPolicyUrl") =>
    say(hasRedirectUrls(type) ? `settings.${field}.help` : `settings.${field}.help.machine`);
  return (
    <FormSection title={say("settings.about")} titleElement="h2">
      <TextField {...written} field="developerName" help={helpFor("developerName")} />
      <TextField {...written} field="developerEmail" input="email" help={helpFor("developerEmail")} />
      <TextField {...written} field="privacyPolicyUrl" input="url" help={helpFor("privacyPolicyUrl")} />
      <TextField {...written} field="appDescriptionUrl" input="url" help={say("settings.appDescriptionUrl.help")} />
    </FormSection>
  );
}
