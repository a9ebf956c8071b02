import { open } from "./open";
import "./page.css";

// The login in the background comes back to this same page, in a frame: its address is all that is wanted.
if (window.parent === window) {
  void open();
} else {
  window.parent.postMessage(location.href, location.origin);
}
