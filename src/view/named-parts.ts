/** Parts that name a row of a register or a day. */
import type { ViewContext } from './context.ts';
import { linkPart, part, type Part } from './part.ts';

export function rolePart(context: ViewContext, id: string): Part {
  return linkPart(
    context.roleTitle(id),
    context.manual.registers.roles.byId.has(id) ? context.urls.role(id) : undefined,
  );
}

export function datePart(context: ViewContext, date: string | undefined): Part {
  return date === undefined ? part('–') : { text: context.date(date), date };
}
