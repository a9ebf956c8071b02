/** Why the server did not do what was asked. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: string,
  ) {
    super(`${status} ${code}`);
  }
}

/** The server could not be reached. */
export class Unreachable extends Error {}
