import limits from "../limits.json";

/** The choices of the contract's section 2, in seconds. */
export const choices = {
  hour: 3600,
  day: 86400,
  week: 7 * 86400,
  month: 30 * 86400,
  twoMonths: 60 * 86400,
  quarter: 90 * 86400,
  halfYear: 180 * 86400,
  year: 365 * 86400,
} as const;
export type Choice = keyof typeof choices;

export const units = { seconds: 1, minutes: 60, hours: 3600, days: 86400 } as const;
export type Unit = keyof typeof units;

export const choiceOf = (seconds: number): Choice | undefined =>
  (Object.keys(choices) as Choice[]).find((choice) => choices[choice] === seconds);

/** The largest unit in which these are a whole number. */
export const unitOf = (seconds: number): Unit =>
  (Object.keys(units) as Unit[]).reverse().find((unit) => seconds % units[unit] === 0) ?? "seconds";

/** Seconds, or undefined where it is no whole number of them from one to fifty years. */
export function secondsOf(amount: string, unit: Unit): number | undefined {
  const seconds = /^[0-9]{1,10}$/.test(amount.trim()) ? Number(amount) * units[unit] : 0;
  return seconds >= 1 && seconds <= limits.expirationSeconds ? seconds : undefined;
}
