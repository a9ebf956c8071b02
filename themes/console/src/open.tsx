import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ConsolePages } from "./ConsolePages";
import { readEnvironment } from "./console/environment";
import { clientsEntry, consoleShown } from "./console/landmarks";
import { Leaving } from "./console/leaving";
import { Stage } from "./console/stage";
import { whoAmI } from "./session/administrator";
import { logIn } from "./session/login";
import { loadTexts } from "./texts/texts";

/** Opens our pages in the console of an administrator who may see clients: the others never see the entry for them. */
export async function open(): Promise<void> {
  await consoleShown();
  const environment = readEnvironment(document);
  const login = await logIn(environment);
  if (!login) {
    return;
  }
  const realm = clientsEntry()?.getAttribute("href")?.match(/#\/([^/]+)\//)?.[1];
  const { locale } = await whoAmI(environment, login, decodeURIComponent(realm ?? environment.realm));
  const texts = await loadTexts(environment, locale);
  // Before the stage, so that a move which is held back is held back from it too.
  const leaving = new Leaving();
  leaving.open();
  const stage = new Stage();
  createRoot(stage.host).render(
    <StrictMode>
      <ConsolePages environment={environment} login={login} texts={texts} stage={stage} leaving={leaving} />
    </StrictMode>,
  );
  stage.open(texts.say("nav"));
}
