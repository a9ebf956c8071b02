import { Button } from "@patternfly/react-core";
import { Component, type ReactNode } from "react";
import type { Texts } from "../texts/texts";
import { Nothing } from "./Nothing";

type Props = { at: string; say: Texts["say"]; children: ReactNode };

/** Keeps a page that cannot be shown from taking the others along; another address begins anew. */
export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidUpdate({ at }: Props) {
    if (at !== this.props.at && this.state.broken) {
      this.setState({ broken: false });
    }
  }

  override render() {
    const { say, children } = this.props;
    return this.state.broken ? (
      <Nothing title={say("failure.page.title")} text={say("failure.page.text")} testId="page-failed" alert>
        <Button onClick={() => location.reload()}>{say("failure.page.action")}</Button>
      </Nothing>
    ) : (
      children
    );
  }
}
