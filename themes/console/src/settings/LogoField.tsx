import { Button } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { type Application, titleOf } from "../api/application";
import { Refusal } from "../api/refusal";
import { useSay, useSurroundings } from "../console/surroundings";
import { DropArea } from "../elements/DropArea";
import { failureOf } from "../elements/failure";
import { Logo } from "../elements/Logo";
import { PICTURE_TYPES, pictureProblem } from "./picture";

type Props = {
  application: Application;
  disabled: boolean;
  changed: () => Promise<void>;
  /** Told how to store the picture that was chosen, or that none is. */
  chose: (store: (() => () => Promise<void>) | undefined) => void;
};

/** The logo: looked at before it is stored. */
export function LogoField({ application, disabled, changed, chose }: Props) {
  const say = useSay();
  const { administration, ...tell } = useSurroundings();
  const { clientId, logoUrl } = application;
  const [chosen, setChosen] = useState<{ file: File; url: string }>();
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => () => (chosen ? URL.revokeObjectURL(chosen.url) : undefined), [chosen]);
  const take = async (file: File) => {
    const found = await pictureProblem(file);
    setProblem(found ? say(`logo.problem.${found}`) : "");
    setChosen(found ? undefined : { file, url: URL.createObjectURL(file) });
  };
  /** Only the logo that is shown is replaced: the tag alone changes with keys and secrets too. */
  const act = async (work: (tag: string | undefined) => Promise<void>, said: string) => {
    setBusy(true);
    setProblem("");
    try {
      const now = await administration.read(clientId);
      if (now.document.logoUrl !== logoUrl) {
        throw new Refusal(412, "conflict", "");
      }
      await work(now.tag);
      setChosen(undefined);
      tell.done(said);
      await changed();
    } catch (reason) {
      if (failureOf(reason) === "conflict") {
        setProblem(say("logo.outdated"));
        await changed();
      } else {
        tell.failed(say("logo.failed"), reason);
      }
    }
    setBusy(false);
  };
  const store = (file: File) => act((tag) => administration.putLogo(clientId, tag, file), say("logo.saved"));
  useEffect(() => {
    chose(chosen && (() => () => store(chosen.file)));
    return () => chose(undefined);
  }, [chose, chosen, logoUrl]);
  return (
    <div role="group" aria-label={say("logo.title")} className="workfront-copyable">
      <span className="pf-v5-c-form__label-text">{say("logo.title")}</span>
      <DropArea
        label={say("logo.choose")}
        hint={say("logo.hint")}
        accept={PICTURE_TYPES.join(",")}
        disabled={disabled || busy}
        take={(file) => void take(file)}
        testId="logo"
      >
        <Logo url={chosen?.url ?? logoUrl} name={titleOf(application)} large />
      </DropArea>
      <div role="status" className="workfront-problem" data-testid="logo-problem">
        {problem}
      </div>
      <div className="workfront-buttons">
        {chosen && (
          <>
            <Button
              variant="secondary"
              isLoading={busy} spinnerAriaValueText={say("loading")}
              isDisabled={busy}
              onClick={() => void store(chosen.file)}
              data-testid="save-logo"
            >
              {say("logo.save")}
            </Button>
            <Button variant="link" isDisabled={busy} onClick={() => setChosen(undefined)}>
              {say("cancel")}
            </Button>
          </>
        )}
        {!chosen && logoUrl && !disabled && (
          <Button
            variant="link"
            isInline
            isDanger
            isDisabled={busy}
            onClick={() => void act((tag) => administration.deleteLogo(clientId, tag), say("logo.removed"))}
            data-testid="remove-logo"
          >
            {say("logo.remove")}
          </Button>
        )}
      </div>
    </div>
  );
}
