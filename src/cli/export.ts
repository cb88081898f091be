/** `eoms export codeowners`: files for other systems, printed. */
import { Argument, type Command } from 'commander';
import { pathPrefix } from '../adapters/git/path-prefix.ts';
import { formatCodeowners } from '../core/export/codeowners.ts';
import { load } from './load.ts';
import { contentOption, examples, todayOption, type ContentOptions } from './options.ts';
import type { Session } from './session.ts';

interface ExportOptions extends ContentOptions {
  readonly team: string;
}

export function registerExport(program: Command, session: Session): void {
  program
    .command('export')
    .summary('print a file for another system')
    .description(
      'codeowners: who is asked before a change of a document is merged, from owners and approval rights.',
    )
    .addArgument(new Argument('<what>', 'what to print').choices(['codeowners']))
    .addOption(contentOption())
    .addOption(todayOption())
    .option('--team <name>', 'the name of a role on the Git host, with {role} for its id', '@{role}')
    .addHelpText('after', examples('eoms export codeowners --team "@college/{role}" > .github/CODEOWNERS'))
    .action(async (_: string, options: ExportOptions) => {
      const loaded = await load(options, session);
      await session.print(
        formatCodeowners(loaded.control.working, pathPrefix(loaded.files.folder), (role) =>
          options.team.replaceAll('{role}', role),
        ),
      );
    });
}
