/** One run of one command, seen from outside: time, processor time and memory of the process and all below it. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

export interface Measurement {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of processor time, user and system; undefined where the system does not tell (only Linux does). */
  readonly cpu: number | undefined;
  /** Highest sum of the resident sizes of all processes, in bytes; pages shared between them count in each. */
  readonly memory: number | undefined;
  readonly code: number;
  /** What the command printed, for the message when it failed. */
  readonly output: string;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const isLinux = process.platform === 'linux';
/** Milliseconds between two looks at the memory. */
const interval = 50;

export function measure({ file, args, cwd, environment }: Command): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const cpuBefore = cpuOfChildren();
    const start = performance.now();
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-20_000)));
    let peak = 0;
    const timer = setInterval(() => {
      if (isLinux && child.pid !== undefined) peak = Math.max(peak, memoryOfTree(child.pid));
    }, interval);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const cpuAfter = cpuOfChildren();
      resolve({
        wall: (performance.now() - start) / 1000,
        cpu: cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore,
        memory: isLinux ? peak : undefined,
        code: code ?? 1,
        output,
      });
    });
  });
}

/** Processor seconds of all processes this one has started and seen end, with theirs. Linux counts in hundredths. */
function cpuOfChildren(): number | undefined {
  if (!isLinux) return undefined;
  const fields = statFields('self');
  return fields === undefined ? undefined : (Number(fields[13]) + Number(fields[14])) / 100;
}

function memoryOfTree(root: number): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const id = Number(name);
    const parent = Number.isInteger(id) ? Number(statFields(name)?.[1]) : Number.NaN;
    if (!Number.isNaN(parent)) children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  let sum = 0;
  const waiting = [root];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    sum += residentSize(id);
    waiting.push(...(children.get(id) ?? []));
  }
  return sum;
}

/** Fields of /proc/ID/stat from the state on; undefined where the process has ended meanwhile. */
function statFields(id: string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The name before it may hold spaces and brackets.
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function residentSize(id: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
