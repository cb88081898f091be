/** What the dev server tells open pages. Types and names shared by the server and the script in the page. */
import type { Severity } from '../../core/model/finding.ts';

/** Server to page: the findings as they are now. Sent on connection and after each save. */
export const stateEvent = 'eoms:state';
/** Page to server: a page has opened and wants the state. */
export const helloEvent = 'eoms:hello';

export interface DevFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** `content/a.mdx:9:5` */
  readonly placeText: string;
  readonly messageText: string;
  readonly hintText: string | undefined;
  /** The page of the document it is about, where it has one. */
  readonly href: string | undefined;
}

export interface DevState {
  /** Goes up by one each time the manual was read again: a page that shows an earlier one fetches itself. */
  readonly revision: number;
  /** The institution's own colours and measures, which no page holds. */
  readonly themeText: string;
  readonly summaryText: string;
  readonly findings: readonly DevFinding[];
}
