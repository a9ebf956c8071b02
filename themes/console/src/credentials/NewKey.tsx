import { Button, Form, TextArea } from "@patternfly/react-core";
import { useState } from "react";
import type { KeyPair } from "../api/application";
import { useHold, useSay, useSurroundings } from "../console/surroundings";
import { Dialog } from "../elements/Dialog";
import { DropArea } from "../elements/DropArea";
import { sentenceOf } from "../elements/failure";
import { Field } from "../elements/Field";
import { Ltr } from "../elements/Ltr";
import { OwnerField } from "./OwnerField";
import { isText, pemProblem } from "./pem";

type Props = {
  clientId: string;
  /** Generate a pair, or add a key that the administrator has. */
  way: "generate" | "add";
  added: (pair?: KeyPair) => Promise<void>;
  close: () => void;
};

/** Adds a public key, or has a pair generated. */
export function NewKey({ clientId, way, added, close }: Props) {
  const say = useSay();
  const { administration, administrator, texts } = useSurroundings();
  const [user, setUser] = useState("");
  const [pem, setPem] = useState("");
  const [refused, setRefused] = useState("");
  const [busy, setBusy] = useState(false);
  // What is on its way would be lost.
  useHold("key", busy && way === "generate");
  const problem = way === "add" && pem.trim() !== "" ? pemProblem(pem) : undefined;
  const ready = (administrator.local || user.trim() !== "") && (way === "generate" || (pem.trim() !== "" && !problem));
  const act = async () => {
    if (busy) {
      return;
    }
    setBusy(true);
    setRefused("");
    try {
      const owner = user.trim() || undefined;
      if (way === "add") {
        await administration.addKey(clientId, `${pem.trim()}\n`, owner);
        await added();
      } else {
        await added(await administration.makeKeyPair(clientId, owner));
      }
    } catch (reason) {
      setRefused(sentenceOf(reason, texts));
      setBusy(false);
    }
  };
  const write = (text: string) => {
    setPem(text);
    setRefused("");
  };
  const take = async (file: File) => {
    const text = await file.slice(0, 65536).text();
    if (isText(text)) {
      write(text);
    } else {
      setRefused(say("keys.problem.binary"));
    }
  };
  return (
    <Dialog
      variant="medium"
      title={say(`keys.${way}.title`)}
      description={say(`keys.${way}.text`)}
      onClose={() => busy || close()}
      data-testid="new-key"
      actions={[
        <Button key="act" isDisabled={!ready} isAriaDisabled={busy} isLoading={busy} spinnerAriaValueText={say("loading")} onClick={() => void act()} data-testid="confirm">
          {say(`keys.${way}.action`)}
        </Button>,
        <Button key="cancel" variant="link" isAriaDisabled={busy} onClick={close} data-testid="cancel">
          {say("cancel")}
        </Button>,
      ]}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) {
            void act();
          }
        }}
      >
        {way === "add" && (
          <>
            <Field
              label={say("keys.pem")}
              help={say("keys.pem.help")}
              problem={problem && say(`keys.problem.${problem}`)}
              required
            >
              {(attributes) => (
                <Ltr>
                  <TextArea
                    {...attributes}
                    value={pem}
                    onChange={(_event, value) => write(value)}
                    rows={7}
                    className="workfront-pem"
                    spellCheck={false}
                    placeholder={"-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----"}
                    data-testid="pem"
                  />
                </Ltr>
              )}
            </Field>
            <DropArea
              label={say("keys.file")}
              hint={say("keys.file.hint")}
              accept=".pem,.crt,.cer,.pub,.key"
              take={(file) => void take(file)}
              testId="pem-drop"
            />
          </>
        )}
        <OwnerField user={user} change={setUser} />
        <div role="alert" className="workfront-problem" data-testid="key-refused">
          {refused}
        </div>
      </Form>
    </Dialog>
  );
}
