/** The filters of the search page. */
import { documentTypes } from '../../../schemas/document.ts';
import type { ViewContext } from '../context.ts';
import type { FilterOption } from '../table-view.ts';

export interface SearchFilterView {
  readonly name: string;
  readonly labelText: string;
  readonly options: readonly (FilterOption & { readonly oneText?: string })[];
}

export function searchFilters(context: ViewContext): SearchFilterView[] {
  const { manual, text } = context;
  const { roles, units } = manual.registers;
  return [
    {
      name: 'type',
      labelText: text.document.type,
      options: documentTypes.map((type) => ({
        value: type,
        text: text.documentTypesPlural[type],
        oneText: text.documentTypes[type],
      })),
    },
    {
      name: 'chapter',
      labelText: 'Chapter',
      options: (manual.standard?.clauses ?? [])
        .filter(({ depth }) => depth === 1)
        .map(({ clause, title }) => ({ value: clause, text: `${clause} ${title}` })),
    },
    {
      name: 'role',
      labelText: 'Role',
      options: roles.rows.map(({ id, title }) => ({ value: id, text: title })),
    },
    {
      name: 'unit',
      labelText: 'Unit',
      options: units.rows.map(({ id, title }) => ({ value: id, text: title })),
    },
    {
      name: 'review',
      labelText: 'Review',
      options: [
        { value: 'due-soon', text: 'Due soon' },
        { value: 'overdue', text: 'Overdue' },
      ],
    },
  ].filter(({ options }) => options.length > 0);
}
