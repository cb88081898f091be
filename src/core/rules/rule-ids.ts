/** The names of all rules. A registry of its own, so that a rule may ask for it without importing the list it stands in. */

let known: ReadonlySet<string> = new Set();
let fixed: ReadonlySet<string> = new Set();

/**
 * Called once by the list of rules.
 * @param unchangeable those whose severity `manual.yaml` may not set
 */
export const registerRuleIds = (ids: ReadonlySet<string>, unchangeable: ReadonlySet<string>): void => {
  known = ids;
  fixed = unchangeable;
};

export const ruleIds = (): ReadonlySet<string> => known;
export const fixedRuleIds = (): ReadonlySet<string> => fixed;
