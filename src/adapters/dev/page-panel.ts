/**
 * The script that the dev server puts on every page: shows the findings in a panel that blocks nothing, and
 * brings the page up to date after a save. Never part of a build.
 */
import { styles } from './panel-styles.ts';
import { helloEvent, stateEvent, type DevFinding, type DevState } from './dev-messages.ts';

const openKey = 'eoms-dev-panel-open';
let shownRevision: number | undefined;
let shownMain = document.querySelector('main')?.outerHTML;
const panel = createPanel();

import.meta.hot?.on(stateEvent, (state: DevState) => {
  panel.show(state);
  // The first state describes the manual this page was just rendered from.
  const first = shownRevision === undefined;
  const changed = shownRevision !== state.revision;
  shownRevision = state.revision;
  if (changed && !first) void refresh();
});
import.meta.hot?.send(helloEvent, {});
// After the server was away the page may be behind.
import.meta.hot?.on('vite:ws:connect', () => import.meta.hot?.send(helloEvent, {}));

/** Puts the new text in the place of the old; where that cannot be done faithfully the page is loaded again. */
async function refresh(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [oldMain, newMain] = [document.querySelector('main'), fresh.querySelector('main')];
  if (response.status >= 500 || oldMain === null || newMain === null) {
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
      list.replaceChildren(...findings.slice(0, 200).map(findingItem));
    },
  };
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
