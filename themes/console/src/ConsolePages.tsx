import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { Administration } from "./api/administration";
import type { Ahead } from "./api/ahead";
import type { Environment } from "./console/environment";
import type { Leaving, Loss } from "./console/leaving";
import { type Route, hashOf, listOf, readRoute } from "./console/route";
import type { Stage } from "./console/stage";
import { type Surroundings, SurroundingsProvider } from "./console/surroundings";
import { CreationPage } from "./creation/CreationPage";
import { forgetFresh, forgetFreshOfOthers } from "./credentials/fresh";
import { DetailsPage } from "./details/DetailsPage";
import { Boundary } from "./elements/Boundary";
import { Confirmation } from "./elements/Confirmation";
import { failureOf, sentenceOf } from "./elements/failure";
import { type Load, useReturn } from "./elements/load";
import { Loaded } from "./elements/Loaded";
import { type Notice, Notices } from "./elements/Notices";
import { Page } from "./elements/Page";
import { GatewaysPage } from "./gateways/GatewaysPage";
import { ApplicationsPage } from "./list/ApplicationsPage";
import { CreationPage as RegisteredCreationPage } from "./registered/CreationPage";
import { DetailsPage as RegisteredDetailsPage } from "./registered/DetailsPage";
import { ListPage as RegisteredListPage } from "./registered/ListPage";
import { type Administrator, insist, whoAmI } from "./session/administrator";
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
  const { administrator, unknown, again } = useAdministrator(environment, login, realm, known);
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
      realm !== undefined && administration && (administrator || unknown)
        ? {
            realm,
            texts,
            administration,
            // As long as it is not known who this is, nothing is shown that depends on it.
            administrator: administrator ?? { locale: texts.locale, roles: new Set(), local: environment.realm === realm },
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
    [environment, realm, texts, administration, administrator, unknown, leaving, notices.done, notices.failed],
  );
  if (!route || !surroundings) {
    return null;
  }
  return (
    <SurroundingsProvider value={surroundings}>
      <Boundary at={hash} say={texts.say}>
        {unknown ? (
          <Page id="administrator" title={texts.say(listOf(route) === "registered-list" ? "registered.nav" : "nav")}>
            <Loaded of={unknown} again={again}>
              {() => null}
            </Loaded>
          </Page>
        ) : (
          <CurrentPage route={route} />
        )}
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
    case "gateways":
      return <GatewaysPage key={route.realm} />;
    case "details":
      return <DetailsPage key={`${route.realm} ${route.clientId}`} clientId={route.clientId} tab={route.tab} />;
    case "registered-list":
      return <RegisteredListPage key={route.realm} />;
    case "registered-creation":
      return <RegisteredCreationPage key={route.realm} />;
    case "registered-details":
      return <RegisteredDetailsPage key={`${route.realm} ${route.id}`} id={route.id} tab={route.tab} />;
  }
}

type Unknown = Exclude<Load<never>, { state: "loaded" }>;

/**
 * Who this is in the realm; where that cannot be learnt, why, and a way to try again. Nothing of both until the first
 * answer, which is soon there.
 */
function useAdministrator(environment: Environment, login: Login, realm: string | undefined, first: Known | undefined) {
  const [known, setKnown] = useState(first);
  const [trouble, setTrouble] = useState<{ realm: string; is: Unknown }>();
  const missing = known?.realm === realm ? undefined : realm;
  // The realm that is asked about: answers about another one are late.
  const asked = useRef<string>();
  const ask = useCallback(
    async (about: string, attempt: (once: () => Promise<Administrator>, hindered: () => void) => Promise<Administrator>) => {
      const tell = (is: Unknown) => asked.current === about && setTrouble({ realm: about, is });
      try {
        const administrator = await attempt(
          () => whoAmI(environment, login, about),
          () => tell({ state: "loading" }),
        );
        if (asked.current === about) {
          setKnown({ realm: about, administrator });
          setTrouble(undefined);
        }
      } catch (reason) {
        tell({ state: "failed", reason });
      }
    },
    [environment, login],
  );
  useEffect(() => {
    asked.current = missing;
    if (missing !== undefined) {
      void ask(missing, insist);
    }
    return () => {
      asked.current = undefined;
    };
  }, [missing, ask]);
  const again = useCallback(async () => {
    if (missing !== undefined) {
      await ask(missing, (once) => once());
    }
  }, [missing, ask]);
  const unknown = missing !== undefined && trouble?.realm === missing ? trouble.is : undefined;
  useReturn(useCallback(async () => (unknown?.state === "failed" ? again() : undefined), [unknown, again]));
  return { administrator: missing === undefined ? known?.administrator : undefined, unknown, again };
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
