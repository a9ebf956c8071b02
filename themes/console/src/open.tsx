import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Administration } from "./api/administration";
import { Ahead } from "./api/ahead";
import { ConsolePages } from "./ConsolePages";
import { readEnvironment } from "./console/environment";
import { consoleLoggedIn, consoleShown, shownRealm } from "./console/landmarks";
import { Leaving } from "./console/leaving";
import { readRoute } from "./console/route";
import { Stage } from "./console/stage";
import { insist, whoAmI } from "./session/administrator";
import { logIn } from "./session/login";
import { loadTexts } from "./texts/texts";

/**
 * Opens our pages in the console of an administrator who may see clients: the others never see the entry for them. Where
 * the address is one of ours already, it asks for everything while the console is still busy. They stay until the answer is
 * called; there is none where nobody is logged in.
 */
export async function open(): Promise<(() => void) | undefined> {
  const environment = readEnvironment(document);
  const route = readRoute(location.hash);
  await (route ? consoleLoggedIn(environment) : consoleShown());
  const login = await insist(() => logIn(environment));
  if (!login) {
    return undefined;
  }
  const realm = route?.realm ?? shownRealm() ?? environment.realm;
  const ahead = new Ahead();
  if (route) {
    // The page asks again, and says what is wrong.
    new Administration(environment, login, realm, ahead).lookAhead(route).catch(() => undefined);
  }
  // The page asks for this again too; in which language is not known until then.
  const administrator = await insist(() => whoAmI(environment, login, realm)).catch(() => undefined);
  const texts = await loadTexts(environment, administrator?.locale ?? "en");
  // Before the stage, so that a move which is held back is held back from it too.
  const leaving = new Leaving();
  const closeLeaving = leaving.open();
  const stage = new Stage();
  const root = createRoot(stage.host);
  root.render(
    <StrictMode>
      <ConsolePages
        environment={environment}
        login={login}
        texts={texts}
        stage={stage}
        leaving={leaving}
        {...(administrator ? { known: { realm, administrator } } : {})}
        ahead={ahead}
      />
    </StrictMode>,
  );
  const closeStage = stage.open({ list: texts.say("nav"), "registered-list": texts.say("registered.nav") });
  return () => {
    closeStage();
    root.unmount();
    closeLeaving();
  };
}
