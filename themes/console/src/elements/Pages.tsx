import "@patternfly/react-styles/css/components/Pagination/pagination.css";
import { Pagination } from "@patternfly/react-core";
import type { Part } from "../api/application";
import { useSay } from "../console/surroundings";

/** As in the console's own lists. */
const SIZES = [10, 20, 50, 100];
export const FIRST_PART: Part = { first: 0, max: 10 };

/** The part before, where the last row of a part went; otherwise the same. */
export const nearest = ({ first, max }: Part, total: number): Part => ({
  first: first < total ? first : Math.max(0, Math.ceil(total / max) - 1) * max,
  max,
});

type Props = { part: Part; total: number; turn: (to: Part) => void; testId: string };

/** Leads from part to part of a list. */
export function Pages({ part: { first, max }, total, turn, testId }: Props) {
  const say = useSay();
  const range = say("pages.range", { first: first + 1, last: Math.min(first + max, total), total });
  return (
    <>
      <Pagination
        itemCount={total}
        page={first / max + 1}
        perPage={max}
        perPageOptions={SIZES.map((value) => ({ title: String(value), value }))}
        onSetPage={(_, page) => turn({ first: (page - 1) * max, max })}
        onPerPageSelect={(_, size) => turn({ first: Math.floor(first / size) * size, max: size })}
        toggleTemplate={() => <bdi>{range}</bdi>}
        titles={{
          paginationAriaLabel: say("pages.title"),
          optionsToggleAriaLabel: say("pages.size"),
          perPageSuffix: say("pages.perPage"),
          ofWord: say("pages.of"),
          currPageAriaLabel: say("pages.current"),
          toFirstPageAriaLabel: say("pages.first"),
          toPreviousPageAriaLabel: say("pages.previous"),
          toNextPageAriaLabel: say("pages.next"),
          toLastPageAriaLabel: say("pages.last"),
        }}
        data-testid={testId}
      />
      <span role="status" className="pf-v5-u-screen-reader">
        {range}
      </span>
    </>
  );
}
