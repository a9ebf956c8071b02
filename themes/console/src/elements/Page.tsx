import { type ReactNode, useRef } from "react";
import { useSay, useSurroundings } from "../console/surroundings";
import { type List, hashOf } from "../console/route";
import { useFocusAtBegin, useFocusKept } from "./focus";
import { Tag } from "./Tag";

type Props = {
  id: string;
  title: string;
  /** Stands beside the title. */
  beside?: ReactNode;
  actions?: ReactNode;
  introduction?: ReactNode;
  tabs?: ReactNode;
  /** The list that is the page above. */
  below?: List;
  children: ReactNode;
};

/** A page of ours: its heading takes the focus, so that keyboard and screen reader begin there. */
export function Page({ id, title, beside, actions, introduction, tabs, below, children }: Props) {
  const { texts, realm, administrator } = useSurroundings();
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusAtBegin(heading);
  useFocusKept(heading);
  return (
    <div data-page-id={id} data-testid={id} lang={texts.locale} dir={texts.direction} className="workfront-page">
      <section className="pf-v5-c-page__main-section pf-m-light workfront-head">
        {below && (
          <nav className="workfront-breadcrumb" aria-label={say("breadcrumb")}>
            <a href={hashOf({ page: below, realm })} data-testid="back-to-list">
              {say(below === "list" ? "list.title" : "registered.title")}
            </a>
          </nav>
        )}
        <div className="workfront-title">
          <h1 ref={heading} tabIndex={-1} className="pf-v5-c-title pf-m-2xl" data-testid="page-title">
            <bdi>{title}</bdi>
          </h1>
          {!administrator.local && (
            <Tag testId="realm">
              <bdi>{realm}</bdi>
            </Tag>
          )}
          {beside}
          {actions && <div className="workfront-actions">{actions}</div>}
        </div>
        {introduction && <div className="workfront-introduction">{introduction}</div>}
      </section>
      {tabs}
      <section className="pf-v5-c-page__main-section pf-m-light workfront-body">{children}</section>
    </div>
  );
}
