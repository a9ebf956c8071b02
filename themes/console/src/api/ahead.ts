/** Milliseconds for which an answer is as good as a new one. */
const GOOD_FOR = 5000;

/** Answers that were asked for before there was a page to show them; each is handed out once. */
export class Ahead {
  private readonly answers = new Map<string, { answer: Promise<Response>; at: number }>();

  ask(address: string, request: RequestInit = {}): void {
    const answer = fetch(address, request);
    // Who takes it learns of the failure.
    answer.catch(() => undefined);
    this.answers.set(address, { answer, at: performance.now() });
  }

  take(address: string): Promise<Response> | undefined {
    const known = this.answers.get(address);
    this.answers.delete(address);
    return known && performance.now() - known.at < GOOD_FOR ? known.answer : undefined;
  }
}
