/** The one script of every page: the `/` key, filters and sorting of tables, and the door to search. */
import { wireTable } from './tables.ts';

const searchField = document.querySelector<HTMLInputElement>('#page_search');

document.addEventListener('keydown', (event) => {
  const at = event.target as HTMLElement;
  if (
    event.key !== '/' ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    at.closest('input,select,textarea,[contenteditable]')
  )
    return;
  if (searchField === null) return;
  event.preventDefault();
  searchField.focus();
  searchField.select();
});

document.querySelectorAll<HTMLElement>('[data-table]').forEach(wireTable);

const search = document.querySelector<HTMLElement>('[data-search]');
if (search !== null) {
  search.hidden = false;
  // Pagefind and all that belongs to it are fetched only when somebody searches.
  const start = (): void => {
    search.removeEventListener('focusin', start);
    void import('./search-page.ts').then(({ startSearch }) => {
      startSearch(search);
    });
  };
  if (location.search === '') search.addEventListener('focusin', start);
  else start();
}
