import { Button } from "@patternfly/react-core";
import UploadIcon from "@patternfly/react-icons/dist/esm/icons/upload-icon";
import { type DragEvent, type ReactNode, useRef, useState } from "react";

type Props = {
  label: string;
  hint: string;
  accept: string;
  disabled?: boolean;
  take: (file: File) => void;
  children?: ReactNode;
  testId: string;
};

/** Takes a file: dropped, or chosen with the button. */
export function DropArea({ label, hint, accept, disabled = false, take, children, testId }: Props) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !disabled) {
      take(file);
    }
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(!disabled);
  };
  return (
    <div
      className={over ? "workfront-drop workfront-drop-over" : "workfront-drop"}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      data-testid={testId}
    >
      {children}
      {!disabled && (
        <div>
          <Button variant="secondary" icon={<UploadIcon />} onClick={() => input.current?.click()}>
            {label}
          </Button>
          <div className="workfront-quiet">{hint}</div>
        </div>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        data-testid={`${testId}-file`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) {
            take(file);
          }
          event.target.value = "";
        }}
      />
    </div>
  );
}
