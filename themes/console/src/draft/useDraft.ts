import { useEffect, useRef, useState } from "react";
import { Refusal } from "../api/refusal";
import type { Tagged } from "../api/requests";
import { changesOf } from "./changes";

type Ways<T, D> = {
  /** The fields of a document, as they are written. */
  draftOf: (document: T) => D;
  read: () => Promise<Tagged<T>>;
  /** Saves what differs, on condition that the document is still the one with this tag: otherwise 412. */
  change: (tag: string | undefined, before: D, after: D) => Promise<Tagged<T>>;
  /** Takes what is stored now to wherever it is shown. */
  saved: (now: Tagged<T>) => void;
  /** Called where nothing is written any more. */
  begun?: () => void;
  /** Whether nothing else on the page waits to be saved. */
  alone?: boolean;
  /** Fields that keep what is typed in a state of their own. */
  keepsItsOwn?: ReadonlySet<keyof D>;
};

/**
 * A document while it is written: what was read, what is typed over it, and what somebody else has saved meanwhile. Only
 * what was changed is saved, and only on what was read.
 */
export function useDraft<T, D extends object>(document: Tagged<T>, ways: Ways<T, D>) {
  const { draftOf, read, change, saved, begun, alone = true, keepsItsOwn } = ways;
  const [base, setBase] = useState(document);
  const [draft, setDraft] = useState(() => draftOf(document.document));
  const current = useRef(draft);
  current.current = draft;
  const [theirs, setTheirs] = useState<Tagged<T>>();
  const [edition, setEdition] = useState(0);
  const original = draftOf(base.document);
  const changed = changesOf(original, draft);

  const begin = (from: Tagged<T>, next = draftOf(from.document)) => {
    setBase(from);
    setDraft(next);
    setTheirs(undefined);
    begun?.();
    // The field that has the focus keeps it where nothing becomes another.
    if (changesOf(current.current, next).some((field) => keepsItsOwn?.has(field))) {
      setEdition((before) => before + 1);
    }
  };
  useEffect(() => {
    // It was read anew: where nothing was changed here, that is what there is to change.
    if (changed.length === 0 && alone && document.tag !== base.tag) {
      begin(document);
    }
  }, [document]);

  /** What was typed while the answer was on its way stays. */
  const settle = (now: Tagged<T>) => {
    const later = changesOf(draft, current.current);
    if (later.length === 0) {
      begin(now);
    } else {
      setBase(now);
      setDraft(over(draftOf(now.document), current.current, later));
    }
  };
  /** The tag may change with more than fields: only another's change of a field is a conflict, and then nothing is sent. */
  const send = async (): Promise<Tagged<T> | undefined> => {
    if (base.tag !== undefined) {
      try {
        return await change(base.tag, original, draft);
      } catch (reason) {
        if (!(reason instanceof Refusal && reason.status === 412)) {
          throw reason;
        }
      }
    }
    const now = await read();
    if (changesOf(original, draftOf(now.document)).length > 0) {
      setTheirs(now);
      return undefined;
    }
    return change(now.tag, original, draft);
  };

  return {
    base,
    draft,
    original,
    changed,
    theirs,
    /** Fields that keep what is typed in a state of their own begin anew with this number. */
    edition,
    write: <F extends keyof D>(field: F, value: D[F]) => setDraft((before) => ({ ...before, [field]: value })),
    /** What is stored now; undefined where somebody else was faster. */
    save: async (): Promise<Tagged<T> | undefined> => {
      const now = await send();
      if (now) {
        settle(now);
        saved(now);
      }
      return now;
    },
    revert: () => {
      begin(document);
      setEdition((before) => before + 1);
    },
    keepMine: (now: Tagged<T>) => {
      begin(now, over(draftOf(now.document), draft, changed));
      saved(now);
    },
    takeTheirs: (now: Tagged<T>) => {
      begin(now);
      saved(now);
    },
  };
}

/** The one with these fields of the other. */
const over = <D extends object>(under: D, upper: D, fields: (keyof D)[]): D => ({
  ...under,
  ...Object.fromEntries(fields.map((field) => [field, upper[field]])),
});
