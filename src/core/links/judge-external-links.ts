/** From what other sites answered to findings at the links. */
import type { Finding } from '../model/finding.ts';
import type { ExternalAnswer, ExternalFault } from './external-answer.ts';
import type { ExternalLinks } from './list-external-links.ts';

export interface AnsweredLink {
  readonly answer: ExternalAnswer;
  /** Whole days since it was asked; 0 for today. */
  readonly age: number;
}

/** One finding for each place of each address that is not simply there. */
export function judgeExternalLinks(
  links: ExternalLinks,
  answers: ReadonlyMap<string, AnsweredLink>,
): Finding[] {
  return [...links].flatMap(([address, places]) => {
    const answered = answers.get(address);
    const judged = answered === undefined ? undefined : judge(address, answered.answer);
    if (answered === undefined || judged === undefined) return [];
    const age =
      answered.age === 0 ? '' : ` Asked ${answered.age === 1 ? 'a day' : `${answered.age} days`} ago.`;
    return places.map((place) => ({ ...judged, hint: `${judged.hint}${age}`, place }));
  });
}

type Judgement = Pick<Finding, 'rule' | 'severity' | 'message'> & { readonly hint: string };

function judge(address: string, answer: ExternalAnswer): Judgement | undefined {
  const last = answer.hops.at(-1)?.to;
  const link = `link to \`${clip(address)}\``;
  const which = last === undefined ? 'which' : `which leads on to \`${clip(last)}\`, which`;
  const broken = (what: string, expected: string, hint: string): Judgement => ({
    rule: 'external-link-broken',
    severity: 'warning',
    message: `Unexpected ${link}, ${which} ${what}, expected ${expected}`,
    hint,
  });
  const unchecked = (what: string, hint: string): Judgement => ({
    rule: 'external-link-unchecked',
    severity: 'note',
    message: `The ${link} could not be checked: ${last === undefined ? 'it' : `it leads on to \`${clip(last)}\`, which`} ${what}`,
    hint,
  });
  const { status, fault } = answer;
  if (fault !== undefined) {
    const reason = uncheckedFaults[fault];
    if (reason !== undefined) return unchecked(reason.what, reason.hint);
    return broken(brokenFaults[fault] ?? fault, 'a site that answers', lookOrRemove);
  }
  if (status === undefined) return undefined;
  if (onlyForPeople.has(status))
    return unchecked(`answers ${withWords(status)} to programs`, 'Open it in a browser once in a while.');
  if (status >= 500)
    return broken(
      `answers ${withWords(status)}`,
      'a site that works',
      'It may be a passing fault: check again another day before you change the link.',
    );
  if (status >= 400) return broken(`answers ${withWords(status)}`, 'a page that is there', lookOrRemove);
  return last === undefined ? undefined : moved(link, address, last, answer);
}

/** The page is there, in another place than the link says. */
function moved(link: string, from: string, to: string, { hops }: ExternalAnswer): Judgement | undefined {
  const lasting = hops.every(({ status }) => status === 301 || status === 308);
  // Where a deep address ends at the front page, the page itself is gone more often than moved.
  const lost = isFrontPage(to) && !isFrontPage(from);
  return {
    rule: 'external-link-moved',
    severity: 'note',
    message: `Unexpected ${link}, which ${lasting ? 'has moved' : 'leads on'} to \`${clip(to)}\`, expected the address where it is`,
    hint: lost
      ? 'That is the front page of its site, so the page itself may be gone. Look for it there.'
      : lasting
        ? `Write the new address.`
        : 'The site calls this a passing redirect. Look where a reader arrives; if the link is right as it is, list it under `externalLinks.ignore` in manual.yaml.',
  };
}

const isFrontPage = (address: string): boolean => /^[a-z]+:\/\/[^/?#]+\/?$/i.test(address);

const lookOrRemove = 'Look for the page on its site and write its address, or take the link out.';

/** Statuses with which sites turn programs away, though people may find the page. */
const onlyForPeople: ReadonlySet<number> = new Set([401, 402, 403, 405, 406, 407, 408, 425, 429, 451, 999]);

const words: Readonly<Record<number, string>> = {
  400: 'bad request',
  401: 'sign in first',
  403: 'forbidden',
  404: 'not found',
  405: 'method not allowed',
  410: 'gone for good',
  429: 'too many requests',
  451: 'withheld for legal reasons',
  500: 'the server failed',
  502: 'bad gateway',
  503: 'not available',
  504: 'the server behind it does not answer',
};

const withWords = (status: number): string =>
  words[status] === undefined ? String(status) : `${status} (${words[status]})`;

const brokenFaults: Readonly<Partial<Record<ExternalFault, string>>> = {
  'unknown-host': 'names a host that is not known',
  refused: 'accepts no connection',
  timeout: 'does not answer in time',
  certificate: 'has no certificate that browsers accept',
  'broken-off': 'breaks off before it has answered',
  'bad-port': 'names a port that browsers refuse',
  loop: 'leads round in a circle',
  'too-many-redirects': 'leads on without an end',
  'bad-redirect': 'leads on to something that is no address of the web',
};

const uncheckedFaults: Readonly<Partial<Record<ExternalFault, { what: string; hint: string }>>> = {
  'no-network': {
    what: 'cannot be reached from this machine',
    hint: 'Check again where there is a network.',
  },
  cookies: { what: 'wants cookies first', hint: 'Open it in a browser once in a while.' },
  private: {
    what: 'lies in a private network',
    hint: 'A manual is edited by many hands, and must not make this machine ask round in its own network. Allow it with --allow-private where everyone who edits may see that network; readers outside it cannot open the link.',
  },
  robots: {
    what: 'asks programs not to look (robots.txt)',
    hint: 'Open it in a browser, or check with --ignore-robots where its owner agrees.',
  },
};

const clip = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}…` : text);
