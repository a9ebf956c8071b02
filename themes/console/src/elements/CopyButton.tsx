import { Button } from "@patternfly/react-core";
import CheckIcon from "@patternfly/react-icons/dist/esm/icons/check-icon";
import CopyIcon from "@patternfly/react-icons/dist/esm/icons/copy-icon";
import { useEffect, useState } from "react";
import { useSay } from "../console/surroundings";

type Props = {
  text: string;
  label: string;
  /** What is to be seen, where nothing beside the button says what is copied. */
  shown?: string;
  copied?: () => void;
  testId?: string;
};

/** Copies a text, and says so. */
export function CopyButton({ text, label, shown, copied, testId }: Props) {
  const say = useSay();
  const [done, setDone] = useState(false);
  useEffect(() => {
    const timer = done ? setTimeout(() => setDone(false), 3000) : undefined;
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    await copyText(text);
    setDone(true);
    copied?.();
  };
  return (
    <Button variant="control" onClick={() => void copy()} icon={done ? <CheckIcon /> : <CopyIcon />} data-testid={testId}>
      <span aria-hidden>{done ? say("copied") : (shown ?? say("copy"))}</span>
      <span className="pf-v5-u-screen-reader" role="status">
        {done ? say("copied") : ""}
      </span>
      <span className="pf-v5-u-screen-reader">{say("copy.what", { what: label })}</span>
    </Button>
  );
}

/** The clipboard of the browser is there on secure pages only, and may be denied. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyInTheOldWay(text);
  }
}

function copyInTheOldWay(text: string): void {
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
