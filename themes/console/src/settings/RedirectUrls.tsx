import { Button, TextInput } from "@patternfly/react-core";
import PlusCircleIcon from "@patternfly/react-icons/dist/esm/icons/plus-circle-icon";
import TimesIcon from "@patternfly/react-icons/dist/esm/icons/times-icon";
import { useId, useRef } from "react";
import { useSay } from "../console/surroundings";
import { type ApplicationType, hasOwnScheme } from "../api/application";
import { Ltr } from "../elements/Ltr";
import { FUSION, redirectProblem } from "./redirectUrl";

type Props = { urls: string[]; change: (urls: string[]) => void; disabled: boolean; type: ApplicationType };

/** Where users may be sent back to: checked while they are typed. */
export function RedirectUrls({ urls, change, disabled, type }: Props) {
  const say = useSay();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const missing = FUSION.filter((url) => !urls.includes(url));
  const add = () => {
    change([...urls, ""]);
    // The new field is there after the next paint.
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>(".workfront-url:last-child input")?.focus());
  };
  return (
    <div role="group" aria-labelledby={id} className="workfront-urls">
      <span id={id} className="pf-v5-c-form__label-text">
        {say("redirect.title")}
      </span>
      <div ref={list} className="workfront-urls">
        {urls.map((url, index) => (
          <RedirectUrlField
            key={index}
            url={url}
            label={say("redirect.one", { number: index + 1 })}
            twice={urls.indexOf(url) !== index}
            type={type}
            disabled={disabled}
            change={(changed) => change(urls.map((other, at) => (at === index ? changed : other)))}
            remove={() => change(urls.filter((_url, at) => at !== index))}
          />
        ))}
      </div>
      {urls.length === 0 && <p className="workfront-quiet">{say("redirect.none")}</p>}
      <div className="workfront-buttons">
        <Button variant="link" isInline icon={<PlusCircleIcon />} isDisabled={disabled} onClick={add} data-testid="add-url">
          {say("redirect.add")}
        </Button>
        {type === "web" && missing.length > 0 && (
          <Button
            variant="link"
            isInline
            icon={<PlusCircleIcon />}
            isDisabled={disabled}
            onClick={() => change([...urls.filter((url) => url !== ""), ...missing])}
            data-testid="add-fusion"
          >
            {say("redirect.fusion")}
          </Button>
        )}
      </div>
      <p className="workfront-quiet">{say(hasOwnScheme(type) ? "redirect.help.own" : "redirect.help")}</p>
    </div>
  );
}

type FieldProps = {
  url: string;
  label: string;
  twice: boolean;
  type: ApplicationType;
  disabled: boolean;
  change: (url: string) => void;
  remove: () => void;
};

function RedirectUrlField({ url, label, twice, type, disabled, change, remove }: FieldProps) {
  const say = useSay();
  const id = useId();
  const problem = twice ? "twice" : redirectProblem(url, type);
  const told = problem !== undefined && problem !== "empty";
  return (
    <div className="workfront-url">
      <div className="workfront-copyable-row">
        <Ltr>
          <TextInput
            value={url}
            onChange={(_event, value) => change(value.trim())}
            isDisabled={disabled}
            validated={told ? "error" : "default"}
            aria-label={label}
            aria-describedby={id}
            placeholder="https://app.example.com/callback"
            data-testid="redirect-url"
          />
        </Ltr>
        <Button
          variant="plain"
          isDisabled={disabled}
          onClick={remove}
          aria-label={say("redirect.remove", { url: url || label })}
          data-testid="remove-url"
        >
          <TimesIcon />
        </Button>
      </div>
      <div id={id} className="workfront-problem" role="status" data-testid="redirect-problem">
        {told ? say(`redirect.problem.${problem}`) : ""}
      </div>
    </div>
  );
}
