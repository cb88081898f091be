/** `eoms check --external`: what other sites answer, added to what the manual itself shows. */
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { checkExternalLinks, type ExternalCheck } from '../adapters/external-links/check-external-links.ts';
import type { LoadedManual } from '../adapters/load-manual.ts';
import { applySeverities, countSeverities } from '../core/analyse-manual.ts';
import { compareFindings, type Finding } from '../core/model/finding.ts';
import { judgeExternalLinks } from '../core/links/judge-external-links.ts';
import { listExternalLinks } from '../core/links/list-external-links.ts';
import { count } from '../core/report/count.ts';
import type { Report } from '../core/report/report.ts';
import { wholeNumber } from './options.ts';
import { ownFolder } from './own-folder.ts';
import type { Session } from './session.ts';
import { toolVersion } from './tool-version.ts';

export interface ExternalOptions {
  readonly external?: boolean;
  readonly externalFails?: boolean;
  readonly maxAge: number;
  readonly cache?: string;
  readonly ignoreRobots?: boolean;
  readonly allowPrivate?: boolean;
}

const day = 86_400_000;

export const addExternalOptions = (command: Command): Command =>
  command
    .option('--external', 'ask other sites whether the pages that are linked to are there')
    .option('--external-fails', 'count a broken link to another site as an error')
    .addOption(
      new Option('--max-age <days>', 'for how many days an answer of another site counts; 0 asks anew')
        .argParser(wholeNumber(0, 365))
        .default(7),
    )
    .option(
      '--cache <file>',
      'where the answers of other sites are kept (default: .eoms/external-links.json)',
    )
    .option('--ignore-robots', 'ask sites that ask programs not to look, because you may')
    .option('--allow-private', 'ask hosts of private networks too, because everyone who edits may see them');

/** The report with findings about addresses of other sites among the rest. */
export async function withExternalLinks(
  report: Report,
  loaded: LoadedManual,
  options: ExternalOptions,
  session: Session,
): Promise<Report> {
  const links = listExternalLinks(loaded.control);
  const { allow, ignore } = loaded.manual.settings.externalLinks ?? {};
  session.progress('Asking other sites …');
  const checked = await checkExternalLinks({
    addresses: [...links.keys()],
    allow,
    ignore,
    toolVersion,
    cache: options.cache === undefined ? resolve(ownFolder(), 'external-links.json') : resolve(options.cache),
    maxAge: options.maxAge * day,
    ignoreRobots: options.ignoreRobots,
    refuses: options.allowPrivate === true ? () => false : undefined,
    onProgress: (done, all) => {
      session.progress(`Asking other sites … ${done} of ${all} addresses`);
    },
  });
  session.progress('');
  session.tell(closingLine(links.size, checked));
  const found = applySeverities(judgeExternalLinks(links, checked.answers), loaded.manual).map(
    (finding): Finding =>
      options.externalFails === true && finding.rule === 'external-link-broken'
        ? { ...finding, severity: 'error' }
        : finding,
  );
  const findings = [...report.findings, ...found].sort(compareFindings);
  return { ...report, findings, counts: countSeverities(findings) };
}

function closingLine(all: number, { counts, hosts, offline }: ExternalCheck): string {
  if (offline)
    return `None of ${count(hosts.length, 'host')} could be reached (${hosts.slice(0, 3).join(', ')}${hosts.length > 3 ? ', …' : ''}): this machine seems to have no network, or no way past its proxy. Links to other sites were not judged, apart from ${count(counts.kept, 'answer')} kept from before.`;
  return `${all === 1 ? '1 address' : `${all} addresses`} of other sites: ${counts.asked} asked on ${count(hosts.length, 'host')}, ${counts.kept} kept from before, ${counts.left} left out by manual.yaml`;
}
