/** What a build hands to the pages: the analysed manual and the circumstances of the build. */
import type { ControlAnalysis } from '../core/analyse/analyse-control.ts';
import type { Audience } from '../../schemas/document.ts';
import type { Facts } from '../core/model/facts.ts';
import type { Finding } from '../core/model/finding.ts';
import type { Manual } from '../core/model/manual.ts';
import type { CalendarDate } from '../core/model/calendar-date.ts';
import type { SourceHistory } from '../core/model/source-history.ts';

export interface Build {
  readonly today: CalendarDate;
  /** True when the date was given by hand instead of taken from the clock; every page then says so. */
  readonly todayOverridden: boolean;
  readonly commit?: string | undefined;
  readonly toolVersion: string;
  /** A draft build shows drafts and findings, and asks search engines to keep away. */
  readonly drafts: boolean;
  /** Whom it is for, where it leaves out what others may not see; see `left-out.ts`. */
  readonly limitedTo?: { readonly audience: Audience; readonly withCoverage: boolean } | undefined;
  /** Where the site lies on its host: `/` or `/manual/`, with a slash at both ends. */
  readonly base: string;
  /** Made to be printed into a file: the sheets name the day of printing. */
  readonly forPaper?: boolean | undefined;
  /** Scheme and host where it is published, e.g. `https://manual.example.org`. */
  readonly origin?: string | undefined;
  /** Which reading of the manual this is, while `eoms dev` follows it. */
  readonly revision?: number | undefined;
}

export interface Site {
  readonly analysis: {
    readonly manual: Manual;
    readonly facts: Facts;
    /** Reads the frozen copies of earlier versions. */
    readonly control?: Pick<ControlAnalysis, 'readCopy' | 'digestOf'> | undefined;
    readonly findings: readonly Finding[];
    readonly counts: { readonly error: number; readonly warning: number; readonly note: number };
  };
  readonly build: Build;
  /** What Git says about the documents; undefined where it was not asked, as for a limited audience. */
  readonly history?: SourceHistory | undefined;
  /** Files that the build writes beside the pages, by path below the site, e.g. `coverage.csv`. */
  readonly extraFiles?: ReadonlySet<string> | undefined;
}
