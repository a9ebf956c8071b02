import { type RefObject, useEffect, useState } from "react";

/** Brings the focus to the first field that is marked as wrong, once the marks of this attempt are there. */
export function useFirstProblem(form: RefObject<HTMLElement>): () => void {
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    if (attempts > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')?.focus();
    }
  }, [attempts, form]);
  return () => setAttempts((before) => before + 1);
}
