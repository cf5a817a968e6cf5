import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment, ROOT } from './paths.mjs';

/** Signals that come twice within this time (from the terminal and through npm) are one. */
const SAME_SIGNAL = 500;

/**
 * Runs the `nexus` command on the pinned Node and resolves to its exit code. The command stands in
 * a process group of its own, so that Ctrl-C reaches it once, through us; when we are killed it
 * stops in order all the same (see follow-parent.mjs).
 * @param {string} node
 * @param {readonly string[]} args
 * @param {string} [root]
 * @returns {Promise<number>}
 */
export function runNexus(node, args, root = ROOT) {
  const followParent = new URL('./follow-parent.mjs', import.meta.url).href;
  const command = join(root, 'host', 'dist', 'cli.js');
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  // Heard before the command begins: between the two a signal would end us alone.
  /** @type {Map<string, number>} */
  const lastSent = new Map();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      const now = Date.now();
      if (now - (lastSent.get(signal) ?? 0) < SAME_SIGNAL) return;
      lastSent.set(signal, now);
      child?.kill(signal);
    });
  }
  child = spawn(node, ['--import', followParent, command, ...args], {
    cwd: process.cwd(),
    env: childEnvironment(node),
    detached: process.platform !== 'win32',
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  whenNpmIsGone(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/**
 * npm killed outright cannot tell us: our parent is another process then. Without npm around us
 * (started by hand, in the background) a parent that ends means nothing.
 * @param {() => void} stop
 */
function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}
