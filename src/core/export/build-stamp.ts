/** What an export says about where it comes from. Nothing in it is read from the clock. */
import type { Audience } from '../../../schemas/document.ts';
import type { Facts } from '../model/facts.ts';
import type { Manual } from '../model/manual.ts';

/**
 * Version of the rules that give a clause its state. It is raised when a state comes to mean something else, so
 * that two exports with different numbers are never compared as if nothing but the manual had changed.
 */
export const coverageRules = '1.0';

/** The circumstances of a build; the site's own `build` fits it. */
export interface BuildStamp {
  readonly toolVersion: string;
  readonly commit?: string | undefined;
  /** A draft build shows drafts; in a published one only the ids of planned documents are named. */
  readonly drafts: boolean;
  /** Scheme and host where the site is published; addresses in exports are then absolute. */
  readonly origin?: string | undefined;
  /** Where the site lies on its host, with a slash at both ends. */
  readonly base?: string | undefined;
  /** Whom the site is for, where it leaves out what others may not see. */
  readonly limitedTo?: { readonly audience: Audience } | undefined;
}

/** What exports are made from; an `Analysis` fits it. */
export interface Exported {
  readonly manual: Manual;
  readonly facts: Facts;
}

/** The keys that begin every JSON export. */
export function stampKeys({ manual, facts }: Exported, build: BuildStamp) {
  return {
    institution: manual.settings.institution.name,
    today: facts.today,
    todayOverridden: facts.todayOverridden,
    ...(build.commit === undefined ? {} : { commit: build.commit }),
    toolVersion: build.toolVersion,
    ...(build.limitedTo === undefined ? {} : { audience: build.limitedTo.audience }),
    rules: coverageRules,
  };
}
