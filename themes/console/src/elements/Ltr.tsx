import type { ReactNode } from "react";

/** Around a field for addresses and code: its text and its icons run from left to right in every language. */
export const Ltr = ({ children }: { children: ReactNode }) => (
  <span dir="ltr" className="workfront-ltr">
    {children}
  </span>
);
