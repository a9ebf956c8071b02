import { Button } from "@patternfly/react-core";
import { useCallback, useRef, useState } from "react";
import type { Part } from "../api/application";
import type { RegisteredApplication, RegisteredClient } from "../api/registered";
import { useSay, useSurroundings } from "../console/surroundings";
import { Loaded } from "../elements/Loaded";
import { useLoad, useReturn } from "../elements/load";
import { Nothing } from "../elements/Nothing";
import { FIRST_PART, Pages } from "../elements/Pages";
import { Section } from "../elements/Section";
import { mayManage } from "../session/administrator";
import { ClientDeletion } from "./ClientDeletion";
import { ClientTable } from "./ClientTable";
import { useFocusOnNext } from "./next";
import { shownPart } from "./registration";
import { Search } from "./Search";

/** The clients that devices have registered. */
export function ClientsTab({ application, changed }: { application: RegisteredApplication; changed: () => Promise<void> }) {
  const say = useSay();
  const { administration, administrator } = useSurroundings();
  const { id } = application;
  const wanted = useRef({ search: "", part: FIRST_PART });
  const [search, setSearch] = useState("");
  const load = useCallback(
    () => shownPart(wanted.current.part, (part) => administration.registered.clients(id, wanted.current.search, part)),
    [administration, id],
  );
  const { shown, again, refresh } = useLoad(load);
  useReturn(refresh);
  const [deleting, setDeleting] = useState<RegisteredClient | "all">();
  const rememberPlace = useFocusOnNext(deleting !== undefined);
  const disabled = !mayManage(administrator);
  const turn = (part: Part) => {
    wanted.current = { ...wanted.current, part };
    void again();
  };
  const look = (text: string) => {
    wanted.current = { search: text, part: { ...wanted.current.part, first: 0 } };
    setSearch(text);
    void again();
  };
  const deleted = async () => {
    if (shown.state === "loaded" && deleting !== "all") {
      rememberPlace(shown.value.rows.findIndex(({ clientId }) => clientId === deleting?.clientId));
    }
    await Promise.all([again(), changed()]);
    setDeleting(undefined);
  };
  return (
    <Section
      title={say("registered.clients")}
      text={say("registered.clients.text")}
      testId="clients"
      actions={
        application.clients > 0 && (
          <Button variant="danger" isDisabled={disabled} onClick={() => setDeleting("all")} data-testid="delete-all">
            {say("registered.clients.deleteAll")}
          </Button>
        )
      }
    >
      {disabled && <p className="workfront-quiet">{say("permission.manage")}</p>}
      {(application.clients > 0 || search !== "") && <Search look={look} />}
      <Loaded of={shown} again={again}>
        {({ rows, part, total }) =>
          total === 0 ? (
            <NoClients search={search} />
          ) : (
            <>
              <ClientTable clients={rows} disabled={disabled} remove={setDeleting} />
              <p className="workfront-quiet">{say("registered.lastUsed.text")}</p>
              <Pages part={part} total={total} turn={turn} testId="client-pages" />
            </>
          )
        }
      </Loaded>
      {deleting && (
        <ClientDeletion application={application} what={deleting} deleted={deleted} close={() => setDeleting(undefined)} />
      )}
    </Section>
  );
}

function NoClients({ search }: { search: string }) {
  const say = useSay();
  return search === "" ? (
    <Nothing title={say("registered.clients.none.title")} text={say("registered.clients.none.text")} testId="no-clients" />
  ) : (
    <Nothing title={say("registered.clients.notFound.title", { search })} text={say("registered.search.help")} testId="none-found" />
  );
}
