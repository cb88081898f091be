/** The names of all rules. A registry of its own, so that a rule may ask for it without importing the list it stands in. */

let known: ReadonlySet<string> = new Set();

/** Called once by the list of rules. */
export const registerRuleIds = (ids: ReadonlySet<string>): void => {
  known = ids;
};

export const ruleIds = (): ReadonlySet<string> => known;
