import "@patternfly/react-styles/css/components/Tabs/tabs.css";

type Props<T> = { label: string; tabs: readonly T[]; current: T; address: (tab: T) => string; title: (tab: T) => string };

/** Each tab is an address of its own: links, so that back, forward and a new window work. */
export const TabBar = <T extends string>({ label, tabs, current, address, title }: Props<T>) => (
  <nav className="pf-v5-c-tabs workfront-tabs" aria-label={label}>
    <ul className="pf-v5-c-tabs__list">
      {tabs.map((tab) => (
        <li key={tab} className={`pf-v5-c-tabs__item ${tab === current ? "pf-m-current" : ""}`}>
          <a
            className="pf-v5-c-tabs__link"
            href={address(tab)}
            aria-current={tab === current ? "page" : undefined}
            data-testid={`tab-${tab}`}
          >
            <span className="pf-v5-c-tabs__item-text">{title(tab)}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
