import { Button, TextInput } from "@patternfly/react-core";
import { type FormEvent, useId, useState } from "react";
import { useSay } from "../console/surroundings";
import limits from "../limits.json";

/** Looks for clients when it is sent: with every letter it would read all of them. */
export function Search({ look }: { look: (text: string) => void }) {
  const say = useSay();
  const id = useId();
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look(text.trim());
  };
  const clear = () => {
    setText("");
    look("");
  };
  return (
    <form role="search" onSubmit={submit} className="workfront-search">
      <label htmlFor={id} className="pf-v5-c-form__label-text">
        {say("registered.search")}
      </label>
      <div className="workfront-copyable-row">
        <TextInput
          id={id}
          type="search"
          value={text}
          onChange={(_event, value) => setText(value)}
          maxLength={limits.clientSearch}
          autoComplete="off"
          dir="auto"
          aria-describedby={`${id}-help`}
          data-testid="search"
        />
        <Button variant="control" type="submit" data-testid="search-submit">
          {say("registered.search.action")}
        </Button>
        {text !== "" && (
          <Button variant="plain" onClick={clear} data-testid="search-clear">
            {say("registered.search.clear")}
          </Button>
        )}
      </div>
      <div id={`${id}-help`} className="workfront-quiet">
        {say("registered.search.help")}
      </div>
    </form>
  );
}
