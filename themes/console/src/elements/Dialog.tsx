import { Modal, type ModalProps } from "@patternfly/react-core";
import { useCallback } from "react";
import { useSurroundings } from "../console/surroundings";

/** A dialog: it stands outside of our page, and so says itself what language it speaks. */
export function Dialog({ children, ...props }: Omit<ModalProps, "ref">) {
  const { locale, direction } = useSurroundings().texts;
  const speak = useCallback(
    (inside: HTMLElement | null) => {
      const box = inside?.closest<HTMLElement>('[role="dialog"]');
      if (box) {
        box.lang = locale;
        box.dir = direction;
      }
    },
    [locale, direction],
  );
  return (
    <Modal isOpen showClose={false} className="workfront-dialog" {...props}>
      <div ref={speak}>{children}</div>
    </Modal>
  );
}
