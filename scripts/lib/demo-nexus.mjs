import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { childEnvironment, ROOT } from './paths.mjs';
import { capture } from './run.mjs';

/**
 * Starts a Nexus with the demo in a temporary folder and resolves once it answers, minutes later.
 * What it says of its progress is passed on.
 * @param {string} node
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `close` leaves nothing behind
 */
export async function startDemo(node) {
  const dataDir = mkdtempSync(join(tmpdir(), 'nexus-demo-'));
  chmodSync(dataDir, 0o711); // as root, PostgreSQL's own user must be able to enter
  const port = await freePort();
  const env = {
    ...childEnvironment(node),
    ...{ NEXUS_DATA_DIR: dataDir, NEXUS_SEED: 'demo', NEXUS_TOPOLOGY: 'single' },
    ...{ PORT: String(port), LOG_LEVEL: 'fatal', DATABASE_URL: '', REDIS_URL: '' },
  };
  const child = spawn(node, [join(ROOT, 'host', 'dist', 'cli.js'), 'up'], {
    ...{ cwd: ROOT, env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    // A seed that was broken off may have left its server: to be removed is to be reset.
    await capture(node, [join(ROOT, 'scripts', 'reset.mjs')], { env });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void close().finally(() => process.exit(130)));
  }
  if (!(await isReady(child, ended))) {
    await close();
    throw new Failure('The demo did not start; what it said stands above.');
  }
  return { url: `http://localhost:${port}`, close };
}

/** Passes on what Nexus says, but not the passwords of its last lines. */
function isReady(child, ended) {
  return new Promise((resolve) => {
    const hear = (chunk) => {
      for (const line of chunk.toString().split('\n')) {
        if (line.includes('Nexus is ready')) resolve(true);
        else if (line && !line.includes('password:')) process.stdout.write(`  ${line}\n`);
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    ended.then(() => resolve(false));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
