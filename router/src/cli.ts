#!/usr/bin/env node
import { runCommandLine } from './command-line/run.js';

await runCommandLine(process.argv.slice(2), process.env);
