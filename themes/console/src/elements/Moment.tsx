import { useSurroundings } from "../console/surroundings";

/** A point in time, in the administrator's language and time zone; without one, the word for never. */
export function Moment({ at, without = "never" }: { at: string | null; without?: "never" | "unknown" }) {
  const { texts } = useSurroundings();
  if (at === null) {
    return <span className="workfront-empty">{texts.say(`moment.${without}`)}</span>;
  }
  const format = new Intl.DateTimeFormat(texts.locale, { dateStyle: "medium", timeStyle: "short" });
  return (
    <bdi>
      <time dateTime={at}>{format.format(new Date(at))}</time>
    </bdi>
  );
}
