/** What surrounds every page: title, navigation, the line that says as of when it was built. */
import type { ViewContext } from './context.ts';
import { type Direction, directionOf } from './direction.ts';
import { isBuilt } from './left-out.ts';
import type { Part } from './part.ts';

export type NavKey =
  | 'documents'
  | 'coverage'
  | 'roles'
  | 'processes'
  | 'glossary'
  | 'changes'
  | 'about'
  | 'home'
  | 'search'
  | 'guide';

export interface PageInput {
  readonly titleText: string;
  readonly descriptionText?: string | undefined;
  readonly nav?: NavKey;
  /** From the top down, without home and without the page itself. */
  readonly breadcrumbs?: readonly Part[];
  readonly noindex?: boolean;
  /** Tables that need the whole width of the window, and a sheet laid across. */
  readonly wide?: boolean;
  /** What a printed sheet says of itself; the manual and the date unless given. */
  readonly printText?: string | undefined;
}

export interface PageFrame {
  readonly language: string;
  readonly direction: Direction;
  readonly documentTitleText: string;
  readonly printText: string;
  /** The page's whole address; empty where it is not known at which the manual is published. */
  readonly addressText: string;
  readonly descriptionText: string | undefined;
  readonly noindex: boolean;
  readonly siteNameText: string;
  readonly shortNameText: string;
  readonly logoHref: string | undefined;
  readonly themeHref: string | undefined;
  readonly nav: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  readonly breadcrumbs: readonly Part[];
  readonly draftText: string | undefined;
  readonly builtText: string;
  readonly overriddenText: string | undefined;
  readonly footerLinks: readonly Part[];
}

/** @param path of the page on its host, with the base */
export function pageFrame(context: ViewContext, input: PageInput, path: string): PageFrame {
  const shared = sharedFrame(context);
  const { site } = context;
  const { origin } = site.build;
  return {
    ...shared,
    documentTitleText:
      input.nav === 'home' ? shorten(shared.siteNameText) : titleWith(input.titleText, shared.shortNameText),
    descriptionText: input.descriptionText,
    printText: [
      input.printText ?? shared.siteNameText,
      site.build.forPaper === true
        ? context.text.document.printedOn(context.date(context.facts.today))
        : shared.builtText,
      ...(shared.overriddenText === undefined ? [] : [shared.overriddenText.replace(/\.$/, '')]),
      context.text.document.uncontrolled,
    ].join(' · '),
    addressText: origin === undefined ? '' : `${origin}${path}`,
    noindex: shared.noindex || input.noindex === true,
    nav:
      input.nav === undefined
        ? shared.nav
        : shared.nav.map((item) => (item.key === input.nav ? { ...item, current: true } : item)),
    breadcrumbs:
      input.nav === 'home'
        ? []
        : [{ text: context.text.nav.home, href: context.urls.home }, ...(input.breadcrumbs ?? [])],
  };
}

const longestTitle = 70;

/** Title and institution; the title alone where both are too long for a tab or a list of results. */
const titleWith = (title: string, name: string): string =>
  title.length + name.length + 3 <= longestTitle ? `${title} · ${name}` : shorten(title);

const shorten = (title: string): string =>
  title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 2).trimEnd()} …`;

function sharedFrame(context: ViewContext) {
  return context.once('frame', () => {
    const { site, urls, text, language } = context;
    const { institution, theme } = context.manual.settings;
    const { today, todayOverridden, drafts, limitedTo } = site.build;
    const item = (key: Exclude<NavKey, 'home' | 'search' | 'guide'>, href: string) => ({
      key: key as NavKey,
      text: text.nav[key],
      href,
      current: false,
    });
    return {
      language,
      direction: directionOf(language),
      siteNameText: `${institution.name}: management-system manual`,
      shortNameText: institution.shortName ?? institution.name,
      logoHref: institution.logo === undefined ? undefined : urls.asset(institution.logo),
      themeHref: theme === undefined ? undefined : urls.theme,
      noindex: drafts,
      nav: [
        item('documents', urls.register),
        item('roles', urls.roles),
        item('processes', urls.processes),
        item('coverage', urls.coverage),
        item('changes', urls.changes()),
        item('glossary', urls.glossary()),
        item('about', urls.about),
      ].filter(({ href }) => isBuilt(site.build, href)),
      draftText: drafts ? 'Preview with drafts. What is marked as a draft does not apply.' : undefined,
      builtText: [
        `As of ${context.date(today)}`,
        // Whoever sees coverage must see what it counts.
        ...(limitedTo?.withCoverage === true ? [text.limited[limitedTo.audience]] : []),
      ].join(' · '),
      overriddenText: todayOverridden ? 'The date was given by hand.' : undefined,
      footerLinks: [
        { text: 'Scope', href: urls.scope },
        { text: 'Units', href: urls.units },
        { text: 'Records', href: urls.records },
        { text: 'Reviews', href: urls.reviews },
        { text: 'Audit findings', href: urls.auditFindings },
        { text: 'Stage 1 readiness', href: urls.stageOne },
        { text: context.text.pages.links.title, href: urls.links },
        { text: 'Guide', href: urls.guide() },
        { text: 'About this manual', href: urls.about },
        ...(drafts ? [{ text: 'Findings of the check', href: urls.buildFindings }] : []),
      ].filter(({ href }) => isBuilt(site.build, href)),
    };
  });
}
