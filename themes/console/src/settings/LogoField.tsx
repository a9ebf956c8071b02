import { Button } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { type Application, titleOf } from "../api/application";
import { useSay, useSurroundings } from "../console/surroundings";
import { DropArea } from "../elements/DropArea";
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
  const [chosen, setChosen] = useState<{ file: File; url: string }>();
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => () => (chosen ? URL.revokeObjectURL(chosen.url) : undefined), [chosen]);
  const take = async (file: File) => {
    const found = await pictureProblem(file);
    setProblem(found ? say(`logo.problem.${found}`) : "");
    setChosen(found ? undefined : { file, url: URL.createObjectURL(file) });
  };
  const act = async (work: () => Promise<void>, said: string) => {
    setBusy(true);
    try {
      await work();
      setChosen(undefined);
      tell.done(said);
      await changed();
    } catch (reason) {
      tell.failed(say("logo.failed"), reason);
    }
    setBusy(false);
  };
  const store = (file: File) => act(() => administration.putLogo(application.clientId, file), say("logo.saved"));
  useEffect(() => {
    chose(chosen && (() => () => store(chosen.file)));
    return () => chose(undefined);
  }, [chose, chosen]);
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
        <Logo url={chosen?.url ?? application.logoUrl} name={titleOf(application)} large />
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
        {!chosen && application.logoUrl && !disabled && (
          <Button
            variant="link"
            isInline
            isDanger
            isDisabled={busy}
            onClick={() => void act(() => administration.deleteLogo(application.clientId), say("logo.removed"))}
            data-testid="remove-logo"
          >
            {say("logo.remove")}
          </Button>
        )}
      </div>
    </div>
  );
}
