/**
 * The script that the dev server puts on every page: shows the findings in a panel that blocks nothing, and
 * brings the page up to date after a save. Never part of a build.
 */
import { styles } from './panel-styles.ts';
import { helloEvent, stateEvent, type DevFinding, type DevState } from './dev-messages.ts';

const severities: readonly DevFinding['severity'][] = ['error', 'warning', 'note'];
/** The text being written stands beside the one in force. */
const draftEnding = /draft\/$/;
const mostShown = 200;
const openKey = 'eoms-dev-panel-open';
let shownRevision = Number(document.body.dataset['revision']);
let shownTheme: string | undefined;
let shownMain = document.querySelector('main')?.outerHTML;
// As it came from the server: nothing in it changes while the page is shown.
const shownFrame = frameOf(document);
const panel = createPanel();

import.meta.hot?.on(stateEvent, (state: DevState) => {
  panel.show(state);
  const changed = shownRevision !== state.revision;
  const otherTheme = shownTheme !== undefined && shownTheme !== state.themeText;
  shownRevision = state.revision;
  shownTheme = state.themeText;
  if (changed && otherTheme) location.reload();
  else if (changed) void refresh();
});
import.meta.hot?.send(helloEvent, {});
// After the server was away the page may be behind.
import.meta.hot?.on('vite:ws:connect', () => import.meta.hot?.send(helloEvent, {}));

/** Puts the new text in the place of the old; where that cannot be done faithfully the page is loaded again. */
async function refresh(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [oldMain, newMain] = [document.querySelector('main'), fresh.querySelector('main')];
  if (response.status >= 500 || oldMain === null || newMain === null || frameOf(fresh) !== shownFrame) {
    location.reload();
    return;
  }
  if (newMain.outerHTML === shownMain) return;
  // What the page's own script set up in the old text would be lost: filters, sorting, search.
  if (
    newMain.querySelector('script, [data-table], [data-search]') !== null ||
    document.body.className !== fresh.body.className
  ) {
    location.reload();
    return;
  }
  shownMain = newMain.outerHTML;
  document.title = fresh.title;
  oldMain.replaceWith(document.adoptNode(newMain));
}

/** What surrounds the text: names, navigation, language, and the style sheets of the institution. */
function frameOf(page: Document): string {
  const { lang, dir } = page.documentElement;
  const around = page.querySelectorAll(
    '.site-header, .drafts-bar, .breadcrumbs, .site-footer, link[rel="stylesheet"]',
  );
  return [lang, dir, ...[...around].map((element) => element.outerHTML)].join('\n');
}

function createPanel(): { show: (state: DevState) => void } {
  const host = document.createElement('div');
  host.setAttribute('data-eoms-dev', '');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const status = element('p', { class: 'status', role: 'status' });
  const details = element('details', {});
  const summary = element('summary', {});
  const list = element('ol', {});
  details.append(summary, list);
  const region = element('section', { 'aria-label': 'Findings of the manual' });
  region.append(status, details);
  root.append(region);
  details.open = sessionStorage.getItem(openKey) === 'yes';
  details.addEventListener('toggle', () => {
    sessionStorage.setItem(openKey, details.open ? 'yes' : 'no');
  });
  let errors = 0;
  return {
    show: ({ findings, summaryText }) => {
      const now = findings.filter(({ severity }) => severity === 'error').length;
      if (findings.length === 0) host.remove();
      else if (!host.isConnected) document.body.append(host);
      summary.textContent = summaryText;
      // Read out by screen readers without taking the focus.
      status.textContent = now > errors ? `${now} ${now === 1 ? 'error' : 'errors'} in the manual` : '';
      if (now > errors) details.open = true;
      errors = now;
      host.toggleAttribute('data-errors', now > 0);
      list.replaceChildren(...mostUrgentFirst(findings).slice(0, mostShown).map(findingItem));
      if (findings.length > mostShown) {
        const rest = element('li', {});
        rest.textContent = `… and ${findings.length - mostShown} more: the terminal lists them all.`;
        list.append(rest);
      }
    },
  };
}

/** What is about the text on this page, errors before the rest; then all others in the same way. */
function mostUrgentFirst(findings: readonly DevFinding[]): DevFinding[] {
  const rank = ({ severity, href }: DevFinding): number =>
    (href !== undefined && href.replace(draftEnding, '') === location.pathname.replace(draftEnding, '')
      ? 0
      : severities.length) + severities.indexOf(severity);
  return [...findings].sort((one, other) => rank(one) - rank(other));
}

function findingItem({ severity, placeText, messageText, hintText, rule, href }: DevFinding): HTMLElement {
  const item = element('li', { class: severity });
  const place = href === undefined ? element('span', {}) : element('a', { href });
  place.textContent = placeText;
  const word = element('strong', {});
  word.textContent = severity;
  const head = element('div', { class: 'place' });
  head.append(word, ' ', place);
  const message = element('div', {});
  message.textContent = `${messageText} [${rule}]`;
  item.append(head, message);
  if (hintText !== undefined) {
    const hint = element('div', { class: 'hint' });
    hint.textContent = hintText;
    item.append(hint);
  }
  return item;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
