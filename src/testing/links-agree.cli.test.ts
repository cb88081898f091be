/**
 * The check of the source and the check of the output agree: over generated manuals that hold links of every kind,
 * the source is told to be broken exactly where it is, and every link that was let pass leads somewhere in the
 * built site. What is right and wrong is known beforehand, from neither of them.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../scripts/bench/seeded-random.ts';
import { checkSite } from '../adapters/site-check/check-site.ts';
import { documentFile, exampleFiles, settingsFile } from '../core/rules/example-manual.ts';

const eoms = fileURLToPath(new URL('../cli/eoms.mjs', import.meta.url));
let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'eoms-agree-'));
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** `fine` leads somewhere; `lost` nowhere; `lost-section` to a page that is there, at a section that is not; `elsewhere` is a picture of another site. */
type Fate = 'fine' | 'lost' | 'lost-section' | 'elsewhere';
interface PlannedLink {
  readonly address: string;
  readonly fate: Fate;
  readonly picture?: boolean;
}

const documents = 14;
const linksEach = 26;
const idOf = (number: number): string => `PRC-${String(number).padStart(3, '0')}`;
const fileOf = (number: number): string => `prc-${String(number).padStart(3, '0')}-đánh-giá`;

/** Heading as written, and the id that it gets in the order of the text. */
const headings: readonly [written: string, id: string][] = [
  ['Steps', 'steps'],
  ['Đánh giá kết quả', 'đánh-giá-kết-quả'],
  ['تقييم المتعلمين', 'تقييم-المتعلمين'],
  ['评估程序', '评估程序'],
  ['Évaluation des acquis', 'évaluation-des-acquis'],
  ['Steps', 'steps-1'],
  ['Who decides {#decide}', 'decide'],
  ['1. What is *kept*', '1-what-is-kept'],
  ['Footnote label', 'footnote-label'],
  ['Page main', 'page-main'],
];
const lostAnchors = ['nowhere', 'Steps', 'danh-gia-ket-qua', '评估', 'steps-2', 'who-decides', 'history'];

type Random = ReturnType<typeof seededRandom>;

function planLink(random: Random, home: string | undefined): PlannedLink {
  const number = random.between(1, documents);
  const [id, file] = [idOf(number), fileOf(number)];
  const [, anchor] = random.pick(headings);
  const lostAnchor = random.pick(lostAnchors);
  const folder = random.pick(['', './', '../procedures/']);
  const fine = (address: string, picture = false): PlannedLink => ({ address, fate: 'fine', picture });
  const lost = (address: string, picture = false): PlannedLink => ({ address, fate: 'lost', picture });
  const lostSection = (address: string): PlannedLink => ({ address, fate: 'lost-section' });
  const any: (() => PlannedLink)[] = [
    () => fine(`doc:${id}`),
    () => fine(`doc:${id}#${anchor}`),
    () => fine(`doc:${id}#${encodeURIComponent(anchor)}`),
    () => fine(`doc:${id}#${anchor.normalize('NFD')}`),
    () => fine(`doc:QP-${number}#page_history`),
    () => fine(`${folder}${file}.mdx`),
    () => fine(`${folder}${file}#${anchor}`),
    () => fine(`${folder}${encodeURIComponent(file)}.mdx?x=1#${anchor}`),
    () => fine(`${folder}${file.normalize('NFD')}.mdx`),
    () => fine(`#${anchor}`),
    () => fine(`/documents/${id}/#${encodeURIComponent(anchor)}`),
    () => fine(`/documents/${id}`),
    () => fine(`/documents/${id}/index.html`),
    () => fine(`/documents/QP-${number}/`),
    () =>
      fine(
        random.pick([
          '/',
          '/coverage/?state=gap',
          '/coverage/#clause-1-1',
          '/coverage',
          '/glossary/#learner',
          '/roles/registrar/',
          '/processes/admission/',
          '/clauses/1.1/#state',
          '/types/form/#documents',
          '/about/#standards',
          '/links/#list',
          '/guide/auditors/#where-to-begin',
          '/register.csv',
          '/facts.json',
          '/forms/application.pdf',
          '/%C4%91%C6%A1n.pdf',
          '../figures/plan%20(1).png',
        ]),
      ),
    () => fine('../figures/plan%20(1).png', true),
    () =>
      home === undefined
        ? fine('https://www.iso.org/')
        : fine(`${home}documents/${id}/#${encodeURIComponent(anchor)}`),
    () =>
      home === undefined ? fine('mailto:office@college.ac.uk') : fine(`${new URL(home).pathname}coverage/`),
    () => (home === undefined ? fine('tel:+441234567890') : lost(`${home}elsewhere/`)),
    () => lostSection(`doc:${id}#${lostAnchor}`),
    () => lostSection(`${folder}${file}.mdx#${lostAnchor}`),
    () => lostSection(`/documents/${id}/#${lostAnchor}`),
    () => lostSection(`#${lostAnchor}`),
    () =>
      lost(
        random.pick([
          `doc:${id.toLowerCase()}`,
          'doc:PRC-999',
          `../forms/${file}.mdx`,
          `${file.toUpperCase()}.mdx`,
          '../../../etc/passwd',
          `/documents/${id.toLowerCase()}/`,
          '/documents/PRC-999/',
          '/coverage/#clause-9-9',
          '/about/#nowhere',
          '/glossary/#pupil',
          '/roles/nobody/',
          '/clauses/9.9/',
          '/Coverage/',
          '/forms/Application.pdf',
          '/coverage.ods',
          '/a%ZZ/',
          'https://',
          'mailto:nobody',
          '#',
        ]),
      ),
    () => lost('../figures/Plan%20(1).png', true),
    () => ({ address: 'https://www.college.ac.uk/map.png', fate: 'elsewhere', picture: true }),
  ];
  return random.pick(any)();
}

interface WrittenLink extends PlannedLink {
  readonly words: string;
  readonly line: number;
}

/** A text of links in all places where links stand, each on a line of its own. */
function writeText(
  random: Random,
  links: readonly PlannedLink[],
  firstLine: number,
): { text: string; written: WrittenLink[] } {
  const lines: string[] = [];
  const later: string[] = [];
  const written: WrittenLink[] = [];
  links.forEach((link, at) => {
    const words = `Words ${firstLine}-${at}`;
    const whole = `${link.picture === true ? '!' : ''}[${words}](${link.address})`;
    const ways: [before: string[], line: string, after: string[]][] = [
      [[], `See ${whole} and go on.`, []],
      [[], `- ${whole}`, []],
      [[], `> **${whole}**`, []],
      [['| Where |', '| --- |'], `| ${whole} |`, []],
      [['<Callout kind="note" title="Look">', ''], whole, ['', '</Callout>']],
      [[], `${link.picture === true ? '!' : ''}[${words}][r${at}]`, []],
      [[`A note.[^n${at}]`, ''], `[^n${at}]: ${whole}`, []],
    ];
    const way = random.pick(ways);
    lines.push(...way[0]);
    written.push({ ...link, words, line: firstLine + lines.length });
    lines.push(way[1], ...way[2], '');
    if (way === ways[5]) later.push(`[r${at}]: ${link.address}`);
  });
  return { text: [...lines, ...later].join('\n'), written };
}

function writeManual(folder: string, seed: number, home: string | undefined): Map<string, WrittenLink[]> {
  const random = seededRandom(seed);
  const files: Record<string, string | undefined> = {
    ...exampleFiles,
    'manual.yaml': settingsFile('').replace(
      'name: Example College\n',
      (name) => name + (home === undefined ? '' : `  url: ${home}\n`),
    ),
    'procedures/prc-001.mdx': undefined,
    'figures/plan (1).png': 'x',
    '../public/forms/application.pdf': 'x',
    '../public/đơn.pdf': 'x',
  };
  const planned = new Map<string, WrittenLink[]>();
  for (let number = 1; number <= documents; number++) {
    const id = idOf(number);
    const keys = {
      id,
      title: `Procedure ${number}`,
      aliases: `[QP-${number}]`,
      ...(number === 1 ? {} : { clauses: '[]', noClauses: 'an example' }),
    };
    const top = documentFile(keys, '').trimEnd().split('\n').length + 2;
    const links = Array.from({ length: linksEach }, () => planLink(random, home));
    const { text, written } = writeText(random, links, top);
    const sections = headings.map(([title]) => `## ${title}\n\nText.\n`).join('\n');
    const file = `procedures/${fileOf(number)}.mdx`;
    files[file] = `${documentFile(keys, '').trimEnd()}\n\n${text}\n\n## Purpose\n\nText.\n\n${sections}`;
    planned.set(`content/${file}`, written);
  }
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
    writeFileSync(join(folder, 'content', path), text);
  }
  return planned;
}

const run = (folder: string, ...args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [eoms, ...args, '--today', '2026-03-31'], { cwd: folder });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.on('close', () => {
      resolve(output);
    });
  });

const ruleOf = {
  lost: 'broken-link',
  'lost-section': 'broken-anchor',
  elsewhere: 'foreign-picture',
} as const;

interface FoundFinding {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
}

test.each([
  [1, undefined, []],
  [2, undefined, ['--base', '/quality/']],
  [3, 'https://quality.college.ac.uk/handbook/', []],
] as const)(
  'manual %i',
  async (seed, home, args) => {
    const folder = join(work, String(seed));
    const planned = writeManual(folder, seed, home);
    const { findings } = JSON.parse(await run(folder, 'check', '--format', 'json')) as {
      findings: FoundFinding[];
    };
    const told = findings
      .filter(({ rule }) => /^(?:broken-link|broken-anchor|foreign-picture)$/.test(rule))
      .map(({ file, line, rule }) => `${file}:${line} ${rule}`);
    const expected = [...planned].flatMap(([file, links]) =>
      links.flatMap(({ fate, line, address }) =>
        fate === 'fine' ? [] : [`${file}:${line} ${ruleOf[fate]} ${address}`],
      ),
    );
    expect(expected.length).toBeGreaterThan(40);
    expect(told.toSorted()).toEqual(expected.map((one) => one.split(' ').slice(0, 2).join(' ')).toSorted());

    await run(folder, 'build', '--drafts', '--out', 'site', ...args);
    const base = args[1] ?? (home === undefined ? '/' : '/handbook/');
    const { faults } = checkSite(join(folder, 'site'), {
      base,
      origin: home === undefined ? undefined : new URL(home).origin,
    });
    const lostSections = [...planned.values()].flatMap((links, at) =>
      links.flatMap(({ fate, address }) =>
        fate === 'lost-section' ? [sectionOf(address, at + 1, base)] : [],
      ),
    );
    expect(
      [
        ...new Set(
          faults.map(({ file, message, kind }) => `${file} ${kind} ${/`([^`]*)`/.exec(message)?.[1] ?? ''}`),
        ),
      ].toSorted(),
    ).toEqual([...new Set(lostSections)].toSorted());

    // What leads somewhere is a link, what does not keeps its words alone.
    let at = 0;
    for (const links of planned.values()) {
      const html = readFileSync(join(folder, 'site/documents', idOf(++at), 'index.html'), 'utf8');
      for (const { words, fate, picture, address } of links) {
        const isThere =
          picture === true
            ? html.includes(`alt="${words}"`)
            : new RegExp(`<a href="[^"]+"[^>]*>${words}</a>`).test(html);
        expect(isThere, `${address} ${fate}`).toBe(fate === 'fine' || fate === 'lost-section');
      }
    }
  },
  240_000,
);

/** How the check of the output names a link to a section that is not there. */
function sectionOf(address: string, own: number, base: string): string {
  const number = /prc-(\d{3})/i.exec(decodeURIComponent(address))?.[1];
  const target = number === undefined ? idOf(own) : `PRC-${number}`;
  return `documents/${idOf(own)}/index.html broken-fragment ${base}documents/${target}/#${address.split('#')[1] ?? ''}`;
}
