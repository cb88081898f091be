/** Filters and sorting of one table, held in the address so that a view can be sent. Without it the table is whole. */

interface State {
  readonly root: HTMLElement;
  readonly body: HTMLTableSectionElement;
  readonly rows: readonly HTMLTableRowElement[];
  readonly form: HTMLFieldSetElement | null;
}

/** As in tables.css: from here down the rows of a table are shown as blocks. */
const narrow = '(max-width: 44rem)';

export function wireTable(root: HTMLElement): void {
  const table = root.querySelector('table');
  const body = table?.tBodies[0];
  if (!table || !body) return;
  const state: State = { root, body, rows: [...body.rows], form: root.querySelector('fieldset') };
  const query = new URLSearchParams(location.search);
  const { form } = state;
  if (form) {
    form.hidden = false;
    for (const field of fields(form)) field.value = query.get(field.name) ?? '';
    form.addEventListener('input', () => {
      filter(state);
      remember(state);
    });
    form.querySelector('button')?.addEventListener('click', () => {
      for (const field of fields(form)) field.value = '';
      filter(state);
      remember(state);
    });
  }
  for (const head of table.querySelectorAll<HTMLElement>('th[data-sort]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      sort(state, head, head.ariaSort === 'ascending' ? 'descending' : 'ascending');
      remember(state);
    });
    if (query.get('sort') === head.dataset['sort'])
      sort(state, head, query.has('down') ? 'descending' : 'ascending');
  }
  if (matchMedia(narrow).matches && table.querySelector('.heading') === null) labelCells(state, table);
  filter(state);
  // A filtered address carries a fragment for readers without scripts; the rows themselves are nearer.
  if (form && fields(form).some(({ value }) => value !== '') && location.hash !== '') root.scrollIntoView();
}

/** Only where it is wanted: a large register would be twice as heavy with the names in its markup. */
function labelCells({ root, rows }: State, table: HTMLTableElement): void {
  const names = [...(table.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent.trim());
  for (const row of rows)
    for (const cell of row.cells)
      if (cell.cellIndex > 0 && cell.className !== 'wide')
        cell.dataset['label'] = names[cell.cellIndex] ?? '';
  root.dataset['cards'] = '';
}

const fields = (form: HTMLFieldSetElement): (HTMLInputElement | HTMLSelectElement)[] => [
  ...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input,select'),
];

function filter({ root, rows, form }: State): void {
  const active = form ? fields(form).filter(({ value }) => value !== '') : [];
  const level = active.find(({ name }) => name === 'level')?.value;
  const tests = active.filter(({ name }) => name !== 'level');
  const passing = new Set<HTMLTableRowElement>();
  for (const row of rows)
    if (!row.dataset['level'] || row.dataset['level'] === 'leaf')
      if (tests.every((field) => passes(row, field))) passing.add(row);
  for (const row of rows) {
    const depth = row.dataset['level'];
    if (!depth || depth === 'leaf') {
      row.hidden = !passing.has(row) || (depth === 'leaf' && (level === '1' || level === '2'));
      continue;
    }
    // A heading counts only the clauses below it that pass.
    const below = [...passing].filter((leaf) => within(leaf.dataset['within'], row.dataset['within'] ?? ''));
    row.hidden =
      below.length === 0 ||
      level === 'leaf' ||
      (level === '1' && depth !== '1') ||
      (level === '2' && +depth > 2);
    for (const count of row.querySelectorAll<HTMLElement>('[data-count]')) {
      const number = below.filter((leaf) => leaf.dataset['state'] === count.dataset['count']).length;
      count.hidden = number === 0;
      count.textContent = count.textContent.replace(/^\d+/, String(number));
    }
  }
  if (level === '2') showShallowLeaves(rows, passing);
  for (const tally of document.querySelectorAll<HTMLElement>(
    `[data-tallies="${root.dataset['table'] ?? ''}"] [data-tally]`,
  )) {
    tally.textContent = String(
      [...passing].filter((row) => row.dataset['state'] === tally.dataset['tally']).length,
    );
  }
  const status = root.querySelector<HTMLElement>('[data-one]');
  if (status) {
    const all = rows.filter((row) => !row.dataset['level'] || row.dataset['level'] === 'leaf').length;
    const what = all === 1 ? status.dataset['one'] : status.dataset['many'];
    status.textContent =
      passing.size === all ? `${all} ${what ?? ''}` : `${passing.size} of ${all} ${what ?? ''}`;
  }
}

/** At the second level a clause that has nothing below it stands for itself. */
function showShallowLeaves(
  rows: readonly HTMLTableRowElement[],
  passing: ReadonlySet<HTMLTableRowElement>,
): void {
  for (const row of rows)
    if (passing.has(row) && (row.dataset['within'] ?? '').split('.').length <= 2) row.hidden = false;
}

function passes(row: HTMLTableRowElement, field: HTMLInputElement | HTMLSelectElement): boolean {
  if (field.name === 'find')
    return field.value
      .toLowerCase()
      .split(/\s+/)
      .every((word) => row.textContent.toLowerCase().includes(word));
  const value = row.dataset[field.name] ?? '';
  return field.dataset['how'] === 'within'
    ? within(value, field.value)
    : value.split(' ').includes(field.value);
}

const within = (label: string | undefined, above: string): boolean =>
  label === above || (label ?? '').startsWith(`${above}.`);

function sort({ body, rows }: State, head: HTMLElement, direction: 'ascending' | 'descending'): void {
  const at = [...(head.parentElement?.children ?? [])].indexOf(head);
  for (const other of head.parentElement?.querySelectorAll<HTMLElement>('[aria-sort]') ?? [])
    other.removeAttribute('aria-sort');
  head.ariaSort = direction;
  const key = (row: HTMLTableRowElement): string =>
    row.cells[at]?.dataset['key'] ?? row.cells[at]?.textContent.trim() ?? '';
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  body.append(...[...rows].sort((a, b) => sign * order.compare(key(a), key(b))));
}

function remember({ root, form }: State): void {
  const query = new URLSearchParams();
  if (form) for (const { name, value } of fields(form)) if (value !== '') query.set(name, value);
  const sorted = root.querySelector<HTMLElement>('[aria-sort]');
  if (sorted) {
    query.set('sort', sorted.dataset['sort'] ?? '');
    if (sorted.ariaSort === 'descending') query.set('down', '');
  }
  history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query.toString()}` : ''}`);
}
