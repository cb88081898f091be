/** Chromium for tests and screenshots: the one installed, else the one in the npm package (Linux only). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Starts a headless browser. `CHROME_PATH` names another one. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findInstalled();
  if (executablePath !== undefined) return chromium.launch({ executablePath });
  if (process.platform !== 'linux')
    throw new Error('Install Chrome, Chromium or Edge, or set CHROME_PATH to one.');
  const { default: bundled } = await import('@sparticuz/chromium');
  // In one process the browser dies with the first context that is closed.
  const args = bundled.args.filter((argument) => argument !== '--single-process');
  return chromium.launch({ executablePath: await bundled.executablePath(), args });
}

function findInstalled(): string | undefined {
  return candidates().find((path) => path !== undefined && existsSync(path));
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
