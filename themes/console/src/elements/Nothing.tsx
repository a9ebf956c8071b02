import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, EmptyStateHeader } from "@patternfly/react-core";
import type { ReactNode } from "react";

type Props = { title: string; text: string; testId: string; alert?: boolean; children?: ReactNode };

/** Stands where there is nothing to show, and says why. */
export const Nothing = ({ title, text, testId, alert = false, children }: Props) => (
  <EmptyState data-testid={testId} {...(alert ? { role: "alert" } : {})}>
    <EmptyStateHeader titleText={title} headingLevel="h2" />
    <EmptyStateBody>{text}</EmptyStateBody>
    {children && (
      <EmptyStateFooter>
        <EmptyStateActions className="workfront-centred">{children}</EmptyStateActions>
      </EmptyStateFooter>
    )}
  </EmptyState>
);
