/** Runs a command once and tells what it took. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measurement {
  /** Seconds from start to end. */
  readonly wall: number;
  /** Seconds of user and system time of the process and its children; undefined where the system does not tell. */
  readonly cpu: number | undefined;
  /** Bytes: the highest sum of resident memory over the tree of processes, sampled; shared pages count twice. */
  readonly memory: number | undefined;
}

const pageSize = 4096;
const ticksPerSecond = 100;

/** @throws Error with what the command printed, where it fails */
export function measure(
  command: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Measurement> {
  const onLinux = process.platform === 'linux';
  const before = onLinux ? childTicks() : 0;
  const started = performance.now();
  const [file = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const keep = (chunk: Buffer): void => {
      printed = (printed + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    let memory = 0;
    const sampling = setInterval(() => {
      if (onLinux && child.pid !== undefined) memory = Math.max(memory, treeMemory(child.pid));
    }, 100);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(sampling);
      const wall = (performance.now() - started) / 1000;
      if (code !== 0) {
        reject(new Error(`${command.join(' ')} ended with ${String(code)}:\n${printed}`));
        return;
      }
      resolve({
        wall: Math.round(wall * 100) / 100,
        cpu: onLinux ? (childTicks() - before) / ticksPerSecond : undefined,
        memory: onLinux ? memory : undefined,
      });
    });
  });
}

/** Fields of `/proc/<pid>/stat` after the command name. */
const statOf = (pid: string): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Time of all children that have ended. */
function childTicks(): number {
  const fields = statOf('self');
  return Number(fields[13]) + Number(fields[14]);
}

function treeMemory(root: number): number {
  const children = new Map<string, string[]>();
  const resident = new Map<string, number>();
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      const fields = statOf(pid);
      const parent = fields[1] ?? '';
      (children.get(parent) ?? children.set(parent, []).get(parent))?.push(pid);
      resident.set(pid, Number(fields[21]) * pageSize);
    } catch {
      // The process ended while the list was read.
    }
  }
  let sum = 0;
  const open = [String(root)];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    sum += resident.get(pid) ?? 0;
    open.push(...(children.get(pid) ?? []));
  }
  return sum;
}
