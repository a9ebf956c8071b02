import { TextInput } from "@patternfly/react-core";
import { useSay, useSurroundings } from "../console/surroundings";
import { Field } from "../elements/Field";
import { mayNameOthers } from "../session/administrator";

/** In whose name the key speaks: an administrator of another realm has to name somebody. */
export function OwnerField({ user, change }: { user: string; change: (user: string) => void }) {
  const say = useSay();
  const { administrator } = useSurroundings();
  if (administrator.local && !mayNameOthers(administrator)) {
    return <p className="workfront-quiet">{say("keys.owner.you")}</p>;
  }
  return (
    <Field
      label={say("keys.owner")}
      help={say(administrator.local ? "keys.owner.optional" : "keys.owner.help")}
      required={!administrator.local}
    >
      {(attributes) => (
        <TextInput
          {...attributes}
          value={user}
          onChange={(_event, value) => change(value)}
          autoComplete="off"
          dir="ltr"
          data-testid="key-owner"
        />
      )}
    </Field>
  );
}
