import type { Command } from 'commander';
import type { Session } from './session.ts';
export function registerDev(_program: Command, _session: Session): void {}
