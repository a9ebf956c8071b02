import { Button, Skeleton } from "@patternfly/react-core";
import { type ReactNode, useState } from "react";
import { useSay } from "../console/surroundings";
import { failureOf } from "./failure";
import type { Load } from "./load";
import { Nothing } from "./Nothing";

type Props<T> = { of: Load<T>; again: () => Promise<void>; children: (value: T) => ReactNode };

/** What was loaded; until then its outline, and if it could not be loaded, why, and a way to try again. */
export function Loaded<T>({ of, again, children }: Props<T>) {
  const say = useSay();
  const [trying, setTrying] = useState(false);
  if (of.state === "loaded") {
    return <>{children(of.value)}</>;
  }
  if (of.state === "loading") {
    return (
      <div role="status" className="workfront-outline" data-testid="loading">
        <span className="pf-v5-u-screen-reader">{say("loading")}</span>
        {[60, 90, 75, 85].map((width) => (
          <Skeleton key={width} width={`${width}%`} height="1.5rem" aria-hidden />
        ))}
      </div>
    );
  }
  const failure = failureOf(of.reason);
  const tryAgain = async () => {
    setTrying(true);
    await again();
    setTrying(false);
  };
  return (
    <Nothing title={say(`failure.${failure}.title`)} text={say(`failure.${failure}.text`)} testId="load-failed" alert>
      {failure === "ended" && (
        <Button onClick={() => location.reload()} data-testid="log-in-again">
          {say("failure.ended.action")}
        </Button>
      )}
      {(failure === "unreachable" || failure === "server") && (
        <Button onClick={() => void tryAgain()} isLoading={trying} spinnerAriaValueText={say("loading")} isDisabled={trying} data-testid="try-again">
          {say("failure.again")}
        </Button>
      )}
    </Nothing>
  );
}
