import { Button, TextInput } from "@patternfly/react-core";
import PlusCircleIcon from "@patternfly/react-icons/dist/esm/icons/plus-circle-icon";
import TimesIcon from "@patternfly/react-icons/dist/esm/icons/times-icon";
import { useId, useRef, useState } from "react";
import { useSay } from "../console/surroundings";
import { type ApplicationType, hasOwnScheme } from "../api/application";
import { Ltr } from "../elements/Ltr";
import { FUSION, TRIAL, redirectProblem } from "./redirectUrl";

type Props = {
  urls: string[];
  change: (urls: string[]) => void;
  disabled: boolean;
  type: ApplicationType;
  /** Which rows without a URL are wrong: those that had one, or all of them, once they were to be saved. */
  blanks: "fine" | "emptied" | "all";
  /** Whether the last one was taken away from an application that needs one. */
  lacking?: boolean;
};

/** Where users may be sent back to: checked while they are typed. */
export function RedirectUrls({ urls, change, disabled, type, blanks, lacking = false }: Props) {
  const say = useSay();
  const id = useId();
  // A row is known by a number of its own, so that it takes what is said about it along when another one goes.
  const [rows, setRows] = useState(() => urls.map((_url, index) => index));
  const next = useRef(urls.length);
  const list = useRef<HTMLDivElement>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const missing = FUSION.filter((url) => !urls.includes(url));
  const put = (all: string[], kept: number[]) => {
    setRows([...kept, ...all.slice(kept.length).map(() => next.current++)]);
    change(all);
  };
  const add = () => {
    put([...urls, ""], rows);
    goToLast();
  };
  // The new field is there after the next paint.
  const goToLast = () =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>(".workfront-url:last-child input")?.focus());
  const remove = (index: number) => {
    put(
      urls.filter((_url, at) => at !== index),
      rows.filter((_row, at) => at !== index),
    );
    adding.current?.focus();
  };
  return (
    <div role="group" aria-labelledby={id} className="workfront-urls">
      <span id={id} className="pf-v5-c-form__label-text">
        {say("redirect.title")}
      </span>
      <div ref={list} className="workfront-urls">
        {urls.map((url, index) => (
          <RedirectUrlField
            key={rows[index]}
            url={url}
            label={say("redirect.one", { number: index + 1 })}
            twice={url !== "" && urls.indexOf(url) !== index}
            blanks={blanks}
            type={type}
            disabled={disabled}
            change={(changed) => change(urls.map((other, at) => (at === index ? changed : other)))}
            remove={() => remove(index)}
          />
        ))}
      </div>
      <div id={`${id}-none`} role="status">
        {urls.length === 0 && (
          <p className={lacking ? "workfront-problem" : "workfront-quiet"} data-testid="no-redirect-urls">
            {say(lacking ? "redirect.lacking" : "redirect.none")}
          </p>
        )}
      </div>
      <div className="workfront-buttons">
        <Button
          ref={adding}
          variant="link"
          isInline
          icon={<PlusCircleIcon />}
          isDisabled={disabled}
          onClick={add}
          {...(lacking ? { "data-wrong": true, "aria-describedby": `${id}-none` } : {})}
          data-testid="add-url"
        >
          {say("redirect.add")}
        </Button>
        {type === "web" && missing.length > 0 && (
          <Button
            variant="link"
            isInline
            icon={<PlusCircleIcon />}
            isDisabled={disabled}
            onClick={() => {
              const given = rows.filter((_row, index) => urls[index] !== "");
              put([...urls.filter((url) => url !== ""), ...missing], given);
            }}
            data-testid="add-fusion"
          >
            {say("redirect.fusion")}
          </Button>
        )}
      </div>
      {!disabled && urls.every((url) => url === "") && (
        <p className="workfront-quiet">
          {say("redirect.trial")}{" "}
          <Button variant="link" isInline onClick={() => {
              put([TRIAL], []);
              goToLast();
            }} data-testid="add-trial">
            <span dir="ltr">{TRIAL}</span>
          </Button>
        </p>
      )}
      <p className="workfront-quiet">{say(hasOwnScheme(type) ? "redirect.help.own" : "redirect.help")}</p>
    </div>
  );
}

type FieldProps = {
  url: string;
  label: string;
  twice: boolean;
  blanks: Props["blanks"];
  type: ApplicationType;
  disabled: boolean;
  change: (url: string) => void;
  remove: () => void;
};

function RedirectUrlField({ url, label, twice, blanks, type, disabled, change, remove }: FieldProps) {
  const say = useSay();
  const id = useId();
  const [emptied, setEmptied] = useState(false);
  const problem = twice ? "twice" : redirectProblem(url, type);
  const told = problem !== undefined && (problem !== "empty" || blanks === "all" || (blanks === "emptied" && emptied));
  return (
    <div className="workfront-url">
      <div className="workfront-copyable-row">
        <Ltr>
          <TextInput
            value={url}
            onChange={(_event, value) => {
              setEmptied(value.trim() === "");
              change(value.trim());
            }}
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
