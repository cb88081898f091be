/** Preloaded into a process: every folder is listed the other way round. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { readdirSync } = fs;
const { readdir } = fs.promises;
fs.readdirSync = (...args) => readdirSync(...args).toReversed();
fs.promises.readdir = async (...args) => (await readdir(...args)).toReversed();
syncBuiltinESMExports();
