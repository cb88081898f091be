/**
 * `eoms check --signatures` over real repositories: rules `entry-by-another`, `entry-not-signed`,
 * `entry-not-committed` and `unknown-commit`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadManual } from '../adapters/load-manual.ts';
import { formatPlace } from '../core/report/report.ts';
import { parseCalendarDate } from '../core/model/calendar-date.ts';
import { documentFile, exampleFiles, settingsFile } from '../core/rules/example-manual.ts';
import { createRepository, type GitRepository, type Identity } from '../testing/git-repository.ts';
import { withSignatures } from './check-signatures.ts';
import { reportOf } from './load.ts';
import { createSession } from './session.ts';

const bin = fileURLToPath(new URL('eoms.mjs', import.meta.url));
const principal = { email: 'principal@college.example' };
const registrar = { email: 'registrar@college.example' };
const today = parseCalendarDate('2026-03-31');
const session = createSession();

interface Row {
  readonly role: string;
  readonly email: string;
  readonly from?: string;
  readonly until?: string;
  readonly keys?: readonly string[];
}
const peopleFile = (rows: readonly Row[], history = ''): string =>
  `version: "1.0"\n${history}rows:\n${rows
    .map(
      ({ role, email, from = '2020-01-01', until, keys = [] }, index) =>
        `  - { id: row-${index}, role: ${role}, emails: [${email}], from: ${from}${until === undefined ? '' : `, until: ${until}`}, keys: ${JSON.stringify(keys)}, shared: true }\n`,
    )
    .join('')}`;
const holders: readonly Row[] = [
  { role: 'principal', email: principal.email },
  { role: 'registrar', email: registrar.email },
];
const entry = (version: string, date: string, by = 'principal', act = 'approved'): string =>
  `{ act: ${act}, version: "${version}", date: ${date}, by: ${by}, edition: "demo:1", summary: "Issue ${version}" }`;
const procedure = (...entries: string[]): string =>
  documentFile({ version: '"2.0"', status: 'approved', history: `[${entries.join(', ')}]` });
const path = 'content/procedures/prc-001.mdx';

let repository: GitRepository;

/** The manual without the document and the histories of others, committed. */
beforeEach(() => {
  repository = createRepository();
  for (const [name, text] of Object.entries(exampleFiles))
    if (!/^procedures|^forms|^records/.test(name)) repository.write(`content/${name}`, text);
  repository.write('content/registers/people.yaml', peopleFile(holders));
  repository.commit('settings', registrar);
});
afterEach(() => {
  repository.remove();
});

async function faults(): Promise<string[]> {
  const loaded = await loadManual({ content: join(repository.folder, 'content'), today, where: 'here' });
  const rules = ['entry-by-another', 'entry-not-signed', 'entry-not-committed', 'unknown-commit'];
  return withSignatures(reportOf(loaded), loaded, session)
    .findings.filter(({ rule }) => rules.includes(rule))
    .map(
      ({ place, message, rule }) =>
        `${formatPlace(place)} ${message.replace(/commit [0-9a-f]{10}/, 'commit X')} [${rule}]`,
    );
}

const act = (text: string, by: Identity, message = 'act'): string => {
  repository.write(path, text);
  return repository.commit(message, by);
};

describe('who brought an entry', () => {
  test('a holder of the role on the day', async () => {
    act(procedure(entry('1.0', '2026-01-10')), { ...principal, day: '2026-01-10' });
    act(procedure(entry('2.0', '2026-02-01'), entry('1.0', '2026-01-10')), {
      ...principal,
      day: '2026-02-02',
    });
    // Whoever works on the text later does not touch the entries.
    act(
      procedure(entry('2.0', '2026-02-01'), entry('1.0', '2026-01-10')).replace('Why this', 'Why all this'),
      registrar,
    );
    expect(await faults()).toEqual([]);
  });

  test('the committer counts like the author', async () => {
    act(procedure(entry('2.0', '2026-02-01')), {
      email: 'web@host.example',
      committer: 'PRINCIPAL@college.example',
    });
    expect(await faults()).toEqual([]);
  });

  test('someone with another role, and someone with none', async () => {
    act(procedure(entry('1.0', '2026-01-10')), { email: 'stranger@elsewhere.example', day: '2026-01-10' });
    act(procedure(entry('2.0', '2026-02-01'), entry('1.0', '2026-01-10')), {
      ...registrar,
      day: '2026-02-01',
    });
    const at = 'content/procedures/prc-001.mdx:14';
    expect(await faults()).toEqual([
      `${at}:18 Unexpected commit X of 2026-02-01 by a holder of \`registrar\`, which brought the entry of 2026-02-01 (approved 2.0) by \`principal\`; expected one by a holder of \`principal\` on 2026-02-01 [entry-by-another]`,
      `${at}:127 Unexpected commit X of 2026-01-10 by someone who held no role, which brought the entry of 2026-01-10 (approved 1.0) by \`principal\`; expected one by a holder of \`principal\` on 2026-01-10 [entry-by-another]`,
    ]);
  });

  test('no message names a person', async () => {
    act(procedure(entry('1.0', '2026-01-10')), { email: 'stranger@elsewhere.example' });
    expect((await faults()).join()).not.toMatch(/stranger|@|Canary/);
  });

  test('the role must be held on the day of the entry and on that of the commit', async () => {
    repository.write(
      'content/registers/people.yaml',
      peopleFile([
        { role: 'principal', email: principal.email, from: '2025-09-01', until: '2026-01-31' },
        { role: 'principal', email: 'next@college.example', from: '2026-02-01' },
      ]),
    );
    // Before the period.
    act(procedure(entry('1.0', '2026-01-10')), { email: 'next@college.example', day: '2026-02-10' });
    // After it: a predecessor who puts an earlier date.
    act(procedure(entry('2.0', '2026-01-20'), entry('1.0', '2026-01-10')), {
      ...principal,
      day: '2026-02-11',
    });
    expect(await faults()).toEqual([
      expect.stringContaining('a holder of `principal` on 2026-01-20 and on 2026-02-11'),
      expect.stringContaining('a holder of `principal` on 2026-01-10 and on 2026-02-10'),
    ]);
  });

  test('what was adopted needs the role on the day of the commit alone', async () => {
    act(procedure(entry('2.0', '2015-01-10', 'principal', 'adopted')), { ...principal, day: '2026-02-01' });
    expect(await faults()).toEqual([]);
  });

  test('an entry is followed through new names of its file', async () => {
    act(procedure(entry('2.0', '2026-01-10')), { ...principal, day: '2026-01-10' });
    mkdirSync(join(repository.folder, 'content/admission'));
    renameSync(join(repository.folder, path), join(repository.folder, 'content/admission/prc-001.mdx'));
    repository.commit('moved', registrar);
    expect(await faults()).toEqual([]);
  });

  test('an entry that was altered later was brought by whoever altered it', async () => {
    act(procedure(entry('2.0', '2026-01-10')), { ...principal, day: '2026-01-10' });
    act(procedure(entry('2.0', '2026-01-10').replace('Issue', 'All issues')), registrar);
    expect(await faults()).toEqual([expect.stringContaining('by a holder of `registrar`')]);
  });

  test('an entry that was taken out and brought again is judged by both', async () => {
    act(procedure(entry('2.0', '2026-01-10')), { ...principal, day: '2026-01-10' });
    act(procedure(), registrar);
    act(procedure(entry('2.0', '2026-01-10')), { ...registrar, day: '2026-02-20' });
    expect(await faults()).toEqual([
      expect.stringContaining('commit X of 2026-02-20 by a holder of `registrar`'),
    ]);
  });

  test('a merge brings nothing that was not brought before', async () => {
    const { git, gitAs } = repository;
    act(procedure(entry('1.0', '2026-01-10')), { ...principal, day: '2026-01-10' });
    git('checkout', '-q', '-b', 'side');
    act(procedure(entry('2.0', '2026-02-01'), entry('1.0', '2026-01-10')), {
      ...principal,
      day: '2026-02-01',
    });
    git('checkout', '-q', 'main');
    const changed = procedure(entry('1.0', '2026-01-10')).replace('Why this', 'Why all this');
    act(changed, registrar);
    gitAs({ ...registrar, day: '2026-02-03' }, 'merge', '-q', '--no-edit', 'side');
    expect(readFileSync(join(repository.folder, path), 'utf8')).toMatch(/Issue 2\.0[\s\S]*Why all this/);
    expect(await faults()).toEqual([]);
  });

  test('settings, registers and standards are verified like documents', async () => {
    for (const name of ['manual.yaml', 'registers/roles.yaml', 'standards/demo.yaml'])
      repository.write(
        `content/${name}`,
        `version: "1.0"\nhistory:\n  - ${entry('1.0', '2026-01-10')}\n${(exampleFiles as Record<string, string>)[name]?.replace(/^version.*\n/, '') ?? ''}`,
      );
    repository.commit('approved', { ...registrar, day: '2026-01-10' });
    expect((await faults()).map((fault) => fault.split(' ')[0])).toEqual([
      'content/manual.yaml:3:12',
      'content/registers/roles.yaml:3:12',
      'content/standards/demo.yaml:3:12',
    ]);
  });

  test('nobody writes themselves into the register of people', async () => {
    const first = `history:\n  - ${entry('1.0', '2026-01-10')}\n`;
    repository.write('content/registers/people.yaml', peopleFile(holders, first));
    repository.commit('people', { ...principal, day: '2026-01-10' });
    expect(await faults()).toEqual([]);
    const intruder = { role: 'principal', email: 'intruder@elsewhere.example' };
    // In two steps: first the row, then the approval.
    repository.write('content/registers/people.yaml', peopleFile([...holders, intruder], first));
    repository.commit('row', { email: intruder.email });
    repository.write(
      'content/registers/people.yaml',
      peopleFile(
        [...holders, intruder],
        `history:\n  - ${entry('2.0', '2026-02-01')}\n  - ${entry('1.0', '2026-01-10')}\n`,
      ),
    );
    repository.commit('approval', { email: intruder.email, day: '2026-02-01' });
    expect(await faults()).toEqual([
      expect.stringContaining(
        'by someone who held no role, which brought the entry of 2026-02-01 (approved 2.0)',
      ),
    ]);
  });

  test('what is not committed, and a file that Git does not know', async () => {
    act(procedure(entry('1.0', '2026-01-10')), { ...principal, day: '2026-01-10' });
    repository.write(path, procedure(entry('2.0', '2026-02-01'), entry('1.0', '2026-01-10')));
    repository.write(
      'content/procedures/prc-002.mdx',
      procedure(entry('2.0', '2026-02-01')).replace('id: PRC-001', 'id: PRC-002'),
    );
    expect(await faults()).toEqual([
      expect.stringMatching(/^content\/procedures\/prc-001.*that is not committed.*\[entry-not-committed\]$/),
      expect.stringMatching(/^content\/procedures\/prc-002.*that is not committed.*\[entry-not-committed\]$/),
    ]);
  });

  test('entries up to the commit that manual.yaml names are taken as they are', async () => {
    const start = act(procedure(entry('1.0', '2026-01-10')), registrar);
    const settings = (commit: string): void => {
      repository.write('content/manual.yaml', settingsFile(`signatures: { after: "${commit}" }`));
    };
    settings(start);
    act(procedure(entry('2.0', '2026-02-01'), entry('1.0', '2026-01-10')), {
      ...registrar,
      day: '2026-02-01',
    });
    expect(await faults()).toEqual([expect.stringContaining('(approved 2.0)')]);
    settings('0123456789012345678901234567890123456789');
    expect(await faults()).toEqual([
      expect.stringContaining('[unknown-commit]'),
      expect.stringContaining('(approved 2.0)'),
      expect.stringContaining('(approved 1.0)'),
    ]);
  });

  test('without a row in the register one finding says so', async () => {
    act(procedure(entry('1.0', '2026-01-10')), principal);
    repository.write('content/registers/people.yaml', 'rows: []\n');
    expect(await faults()).toEqual([
      expect.stringContaining('Missing rows in content/registers/people.yaml'),
    ]);
  });
});

describe('on the command line', () => {
  const run = (folder: string): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [bin, 'check', '--signatures', '--today', '2026-03-31'], {
      cwd: folder,
      encoding: 'utf8',
    });

  test('a fault makes the check fail; without the flag Git is not asked', () => {
    act(procedure(entry('2.0', '2026-02-01')), registrar);
    const { status, stdout } = run(repository.folder);
    expect([status, stdout]).toEqual([1, expect.stringContaining('[entry-by-another]')]);
    expect(stdout).toContain('git show --no-patch');
  });

  test('a shallow clone and a folder without Git cannot tell, and it is said what to do', () => {
    act(procedure(entry('1.0', '2026-01-10')), principal);
    act(procedure(entry('2.0', '2026-02-01'), entry('1.0', '2026-01-10')), principal);
    const clone = mkdtempSync(join(tmpdir(), 'eoms-clone-'));
    try {
      const url = pathToFileURL(repository.folder).href;
      spawnSync('git', ['clone', '-q', '--depth', '1', url, 'shallow'], { cwd: clone });
      const shallow = run(join(clone, 'shallow'));
      expect([shallow.status, shallow.stderr]).toEqual([2, expect.stringContaining('git fetch --unshallow')]);
      rmSync(join(clone, 'shallow/.git'), { recursive: true });
      const none = run(join(clone, 'shallow'));
      expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('no Git repository')]);
    } finally {
      rmSync(clone, { recursive: true, force: true });
    }
  });
});

const has = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;

describe.skipIf(!has('ssh-keygen'))(
  'signed with SSH (skipped only where ssh-keygen is not installed)',
  () => {
    let keys: string;
    const settings = (name: string): string[] => [
      ...['-c', 'gpg.format=ssh', '-c', `user.signingKey=${join(keys, name)}`, '-c', 'commit.gpgSign=true'],
    ];
    const publicKey = (name: string): string => readFileSync(join(keys, `${name}.pub`), 'utf8').trim();
    const fingerprint = (name: string): string =>
      /SHA256:\S+/.exec(
        spawnSync('ssh-keygen', ['-l', '-f', join(keys, `${name}.pub`)], { encoding: 'utf8' }).stdout,
      )?.[0] ?? '';

    beforeAll(() => {
      keys = mkdtempSync(join(tmpdir(), 'eoms-keys-'));
      for (const name of ['own', 'other'])
        spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', join(keys, name)]);
    });
    afterAll(() => {
      rmSync(keys, { recursive: true, force: true });
    });
    const setUp = (key: string): void => {
      repository.write('content/manual.yaml', settingsFile('signatures: { acts: [approved] }'));
      repository.write(
        'content/registers/people.yaml',
        peopleFile([{ role: 'principal', email: principal.email, keys: [key] }]),
      );
    };

    test.each(['public key', 'fingerprint'])(
      'with the key of the holder, written as its %s',
      async (form) => {
        setUp(form === 'fingerprint' ? fingerprint('own') : publicKey('own'));
        act(procedure(entry('2.0', '2026-02-01')), { ...principal, settings: settings('own') });
        expect(await faults()).toEqual([]);
      },
    );

    test('not signed, and signed with another key', async () => {
      setUp(publicKey('own'));
      act(procedure(entry('1.0', '2026-02-01')), principal);
      act(procedure(entry('2.0', '2026-02-01'), entry('1.0', '2026-02-01')), {
        ...principal,
        settings: settings('other'),
      });
      expect(await faults()).toEqual([
        expect.stringMatching(
          /signed with another key, which brought .* \(approved 2\.0\) .*\[entry-not-signed\]$/,
        ),
        expect.stringMatching(
          /without a signature, which brought .* \(approved 1\.0\) .*\[entry-not-signed\]$/,
        ),
      ]);
    });

    test('a signature of another commit', async () => {
      setUp(publicKey('own'));
      const signed = act(procedure(entry('2.0', '2026-02-01')), { ...principal, settings: settings('own') });
      const object = spawnSync('git', ['cat-file', 'commit', signed], {
        cwd: repository.folder,
        encoding: 'utf8',
      }).stdout;
      const forged = spawnSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
        cwd: repository.folder,
        input: `${object}Another message\n`,
        encoding: 'utf8',
      }).stdout.trim();
      repository.git('reset', '-q', '--hard', forged);
      expect(await faults()).toEqual([expect.stringContaining('with a signature that does not fit it')]);
    });

    test('an act that needs no signature', async () => {
      setUp(publicKey('own'));
      act(procedure(entry('2.0', '2026-02-01', 'principal', 'reviewed')), principal);
      expect(await faults()).toEqual([]);
    });
  },
);

describe.skipIf(!has('gpg'))('signed with GPG (skipped only where gpg is not installed)', () => {
  let home: string;
  const before = process.env['GNUPGHOME'];
  beforeAll(() => {
    // The path of the agent's socket may not be long.
    home = mkdtempSync('/tmp/eg-');
    process.env['GNUPGHOME'] = home;
    for (const name of ['own', 'other'])
      spawnSync('gpg', [
        '--batch',
        '--passphrase',
        '',
        '--quick-gen-key',
        `${name}@key.example`,
        'ed25519',
        'sign',
        'never',
      ]);
  }, 120_000);
  afterAll(() => {
    spawnSync('gpgconf', ['--kill', 'all']);
    if (before === undefined) delete process.env['GNUPGHOME'];
    else process.env['GNUPGHOME'] = before;
    rmSync(home, { recursive: true, force: true });
  });
  const fingerprint = (name: string): string =>
    /^fpr:+([0-9A-F]{40}):/m.exec(
      spawnSync('gpg', ['--batch', '--with-colons', '--list-keys', `${name}@key.example`], {
        encoding: 'utf8',
      }).stdout,
    )?.[1] ?? '';
  const signing = (name: string): string[] => [
    ...[
      '-c',
      'gpg.format=openpgp',
      '-c',
      `user.signingKey=${fingerprint(name)}`,
      '-c',
      'commit.gpgSign=true',
    ],
  ];

  test('with the key of the holder, with another, and with one that is not known here', async () => {
    repository.write('content/manual.yaml', settingsFile('signatures: { acts: [approved] }'));
    repository.write(
      'content/registers/people.yaml',
      peopleFile([{ role: 'principal', email: principal.email, keys: [fingerprint('own').toLowerCase()] }]),
    );
    act(procedure(entry('1.0', '2026-02-01')), { ...principal, settings: signing('own') });
    expect(await faults()).toEqual([]);
    act(procedure(entry('2.0', '2026-02-01'), entry('1.0', '2026-02-01')), {
      ...principal,
      settings: signing('other'),
    });
    expect(await faults()).toEqual([expect.stringContaining('signed with another key')]);
    const empty = mkdtempSync('/tmp/eg-');
    process.env['GNUPGHOME'] = empty;
    try {
      expect(await faults()).toEqual([
        expect.stringContaining('whose key is not known on this machine'),
        expect.stringContaining('whose key is not known on this machine'),
      ]);
    } finally {
      spawnSync('gpgconf', ['--kill', 'all']);
      process.env['GNUPGHOME'] = home;
      rmSync(empty, { recursive: true, force: true });
    }
  });
});
