/** Chromium for printing, for tests and for screenshots: the one installed, else the one in the npm package (Linux only). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type Chromium from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { CannotRun } from '../fs/system-error.ts';

/** Starts a headless browser. `CHROME_PATH` names another one. Throws `CannotRun` where there is none. */
export async function launchBrowser(): Promise<Browser> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH !== undefined && CHROME_PATH !== '' && !existsSync(CHROME_PATH))
    throw new CannotRun(`CHROME_PATH names ${CHROME_PATH}, where there is no file, expected a browser.`);
  const executablePath = candidates().find((path) => path !== undefined && existsSync(path));
  if (executablePath !== undefined) return start({ executablePath });
  const bundled = await findBundled();
  if (bundled === undefined) throw new CannotRun(noBrowser());
  // In one process the browser dies with the first context that is closed.
  const args = bundled.args.filter((argument) => argument !== '--single-process');
  return start({ executablePath: await bundled.executablePath(), args });
}

async function start(options: { executablePath: string; args?: string[] }): Promise<Browser> {
  try {
    return await chromium.launch(options);
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new CannotRun(
      `The browser ${options.executablePath} could not be started: ${reason} Set CHROME_PATH to another one.`,
      { cause: error },
    );
  }
}

/** An optional package: an installation may have left it out. */
async function findBundled(): Promise<typeof Chromium | undefined> {
  if (process.platform !== 'linux') return undefined;
  try {
    return (await import('@sparticuz/chromium')).default;
  } catch {
    return undefined;
  }
}

function noBrowser(): string {
  const bundled =
    process.platform === 'linux' ? ', or install the bundled one with `npm install @sparticuz/chromium`' : '';
  return `No browser was found on this machine. Install Chrome, Chromium or Edge, or set CHROME_PATH to where one is${bundled}.`;
}

function candidates(): (string | undefined)[] {
  const { CHROME_PATH, PATH = '', PROGRAMFILES, 'PROGRAMFILES(X86)': x86, LOCALAPPDATA } = process.env;
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return [CHROME_PATH, ...apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)];
  }
  if (process.platform === 'win32') {
    const folders = [PROGRAMFILES, x86, LOCALAPPDATA].filter((folder) => folder !== undefined);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return [CHROME_PATH, ...folders.flatMap((folder) => programs.map((program) => join(folder, program)))];
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  return [CHROME_PATH, ...PATH.split(':').flatMap((folder) => names.map((name) => join(folder, name)))];
}
