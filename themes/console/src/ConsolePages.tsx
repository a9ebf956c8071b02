import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { Administration } from "./api/administration";
import type { Ahead } from "./api/ahead";
import type { Environment } from "./console/environment";
import type { Leaving, Loss } from "./console/leaving";
import { type Route, hashOf, readRoute } from "./console/route";
import type { Stage } from "./console/stage";
import { type Surroundings, SurroundingsProvider } from "./console/surroundings";
import { CreationPage } from "./creation/CreationPage";
import { forgetFresh, forgetFreshOfOthers } from "./credentials/fresh";
import { DetailsPage } from "./details/DetailsPage";
import { Boundary } from "./elements/Boundary";
import { Confirmation } from "./elements/Confirmation";
import { failureOf, sentenceOf } from "./elements/failure";
import { type Notice, Notices } from "./elements/Notices";
import { ApplicationsPage } from "./list/ApplicationsPage";
import { type Administrator, whoAmI } from "./session/administrator";
import type { Login } from "./session/login";
import type { Texts } from "./texts/texts";

type Known = { realm: string; administrator: Administrator };

type Props = {
  environment: Environment;
  login: Login;
  texts: Texts;
  stage: Stage;
  leaving: Leaving;
  /** What was asked for already. */
  known?: Known;
  ahead?: Ahead;
};

/** Our pages, one at a time, as the address says. */
export function ConsolePages({ environment, login, texts, stage, leaving, known, ahead }: Props) {
  const hash = useSyncExternalStore(stage.subscribe, stage.currentHash);
  const route = useMemo(() => readRoute(hash), [hash]);
  const realm = route?.realm;
  const administrator = useAdministrator(environment, login, realm, known);
  const notices = useNotices(texts);
  const { forgetFailures } = notices;
  useEffect(forgetFailures, [hash, forgetFailures]);
  const clientId = route?.page === "details" ? route.clientId : undefined;
  useEffect(() => forgetFreshOfOthers(realm, clientId), [realm, clientId]);
  const [question, setQuestion] = useState<{ loss: Loss; leave: () => void }>();
  useEffect(() => leaving.askWith((loss, leave) => setQuestion({ loss, leave })), [leaving]);
  const administration = useMemo(
    () => (realm === undefined ? undefined : new Administration(environment, login, realm, ahead, texts.locale)),
    [environment, login, realm, ahead, texts.locale],
  );
  const surroundings = useMemo<Surroundings | undefined>(
    () =>
      realm !== undefined && administration && administrator
        ? {
            realm,
            texts,
            administration,
            administrator,
            leaving,
            done: notices.done,
            failed: notices.failed,
            go: (target) => {
              leaving.release();
              setQuestion(undefined);
              location.hash = hashOf(target);
            },
          }
        : undefined,
    [realm, texts, administration, administrator, leaving, notices.done, notices.failed],
  );
  if (!route || !surroundings) {
    return null;
  }
  return (
    <SurroundingsProvider value={surroundings}>
      <Boundary at={hash} say={texts.say}>
        <CurrentPage route={route} />
      </Boundary>
      <Notices notices={notices.all} close={notices.close} />
      {question && (
        <Confirmation
          title={texts.say(`leave.${question.loss}.title`)}
          action={texts.say("leave.action")}
          confirm={() => {
            setQuestion(undefined);
            forgetFresh();
            question.leave();
          }}
          close={() => setQuestion(undefined)}
          testId="leave"
        >
          {texts.say(`leave.${question.loss}.text`)}
        </Confirmation>
      )}
    </SurroundingsProvider>
  );
}

/** Keyed, so that another realm or application begins with nothing of the one before. */
function CurrentPage({ route }: { route: Route }) {
  switch (route.page) {
    case "list":
      return <ApplicationsPage key={route.realm} />;
    case "creation":
      return <CreationPage key={route.realm} />;
    case "details":
      return <DetailsPage key={`${route.realm} ${route.clientId}`} clientId={route.clientId} tab={route.tab} />;
  }
}

function useAdministrator(
  environment: Environment,
  login: Login,
  realm: string | undefined,
  first: Known | undefined,
): Administrator | undefined {
  const [known, setKnown] = useState(first);
  const missing = known?.realm === realm ? undefined : realm;
  useEffect(() => {
    if (missing === undefined) {
      return undefined;
    }
    let wanted = true;
    const nobody: Administrator = { locale: "en", roles: new Set(), local: environment.realm === missing };
    whoAmI(environment, login, missing)
      .catch(() => nobody)
      .then((administrator) => wanted && setKnown({ realm: missing, administrator }));
    return () => {
      wanted = false;
    };
  }, [environment, login, missing]);
  return known && known.realm === realm ? known.administrator : undefined;
}

function useNotices(texts: Texts) {
  const [all, setAll] = useState<Notice[]>([]);
  const next = useRef(0);
  const add = useCallback((notice: Omit<Notice, "id">) => {
    const id = next.current++;
    // What failed is over once something was done, or has failed again; more than three would cover the page.
    setAll((before) => [...before.filter(({ good, title }) => good || !(notice.good || title === notice.title)), { ...notice, id }].slice(-3));
  }, []);
  const done = useCallback((title: string) => add({ good: true, title }), [add]);
  const failed = useCallback(
    (title: string, reason: unknown) => add({ good: false, title, text: sentenceOf(reason, texts), ended: failureOf(reason) === "ended" }),
    [add, texts],
  );
  const close = useCallback((id: number) => setAll((before) => before.filter((notice) => notice.id !== id)), []);
  const forgetFailures = useCallback(() => setAll((before) => before.filter(({ good }) => good)), []);
  return { all, done, failed, close, forgetFailures };
}
