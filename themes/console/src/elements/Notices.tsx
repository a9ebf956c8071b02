import { Alert, AlertActionCloseButton, AlertActionLink, AlertGroup } from "@patternfly/react-core";
import { useSay, useSurroundings } from "../console/surroundings";

export type Notice = {
  id: number;
  good: boolean;
  title: string;
  text?: string;
  /** Whether it failed because the login has ended. */
  ended?: boolean;
};

/** What just happened, for eyes and screen readers; failures stay until they are closed. */
export function Notices({ notices, close }: { notices: Notice[]; close: (id: number) => void }) {
  const say = useSay();
  const { texts } = useSurroundings();
  return (
    <AlertGroup isToast isLiveRegion lang={texts.locale} dir={texts.direction} data-testid="notices" aria-label={say("notice.all")}>
      {notices.map(({ id, good, title, text, ended }) => (
        <Alert
          key={id}
          data-testid={good ? "notice" : "failure"}
          variant={good ? "success" : "danger"}
          variantLabel={say(good ? "notice.good" : "notice.bad")}
          component="p"
          title={title}
          {...(good ? { timeout: 8000, onTimeout: () => close(id) } : {})}
          {...(ended ? { actionLinks: <LogInElsewhere /> } : {})}
          actionClose={<AlertActionCloseButton onClose={() => close(id)} aria-label={say("notice.close")} />}
        >
          {text}
        </Alert>
      ))}
    </AlertGroup>
  );
}

/** In another tab, so that nothing typed here is lost. */
function LogInElsewhere() {
  const say = useSay();
  return (
    <AlertActionLink component="a" href={location.href} target="_blank" rel="noopener" data-testid="log-in-elsewhere">
      {say("failure.ended.elsewhere")}
    </AlertActionLink>
  );
}
