import { initialOf } from "../texts/shown";

/** An application's logo, or its initial where it has none. The name stands beside it, so it says nothing itself. */
export const Logo = ({ url, name, large = false }: { url: string | null; name: string; large?: boolean }) => (
  <span className={large ? "workfront-logo workfront-logo-large" : "workfront-logo"} aria-hidden="true">
    {url ? <img src={url} alt="" loading="lazy" /> : initialOf(name)}
  </span>
);
