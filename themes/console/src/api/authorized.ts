import { LoginEnded, type Login } from "../session/login";
import { Unreachable } from "./refusal";

type Ask = (authorization: { Authorization: string }) => Promise<Response>;

/**
 * Asks as the administrator. Where the token is refused, the same is asked once more with a new one: a page whose computer
 * has slept believes in a token that has ended, and what a server does not let in, it has not done.
 */
export async function authorized(login: Login, ask: Ask): Promise<Response> {
  const answer = (await askOnce(login, ask)) ?? (await askOnce(login, ask));
  if (!answer) {
    throw new LoginEnded();
  }
  return answer;
}

/** The answer; undefined where the token was refused. */
async function askOnce(login: Login, ask: Ask): Promise<Response | undefined> {
  const token = await tokenOf(login);
  const answer = await ask({ Authorization: `Bearer ${token}` });
  if (answer.status !== 401) {
    return answer;
  }
  login.refused(token);
  return undefined;
}

export async function tokenOf(login: Login): Promise<string> {
  try {
    return await login.token();
  } catch (reason) {
    throw reason instanceof LoginEnded ? reason : new Unreachable();
  }
}
