import "@patternfly/react-styles/css/components/Tabs/tabs.css";
import { type Tab, hashOf, tabs } from "../console/route";
import { useSay, useSurroundings } from "../console/surroundings";

/** Each tab is an address of its own: links, so that back, forward and a new window work. */
export function TabBar({ clientId, current }: { clientId: string; current: Tab }) {
  const say = useSay();
  const { realm } = useSurroundings();
  return (
    <nav className="pf-v5-c-tabs workfront-tabs" aria-label={say("tabs")}>
      <ul className="pf-v5-c-tabs__list">
        {tabs.map((tab) => (
          <li key={tab} className={`pf-v5-c-tabs__item ${tab === current ? "pf-m-current" : ""}`}>
            <a
              className="pf-v5-c-tabs__link"
              href={hashOf({ page: "details", realm, clientId, tab })}
              aria-current={tab === current ? "page" : undefined}
              data-testid={`tab-${tab}`}
            >
              <span className="pf-v5-c-tabs__item-text">{say(`tab.${tab}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
