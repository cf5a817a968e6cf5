import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withProgress } from './progress.mjs';
import { capture } from './run.mjs';
import { filesBelow } from './sources.mjs';

/**
 * Programs that some tests use and npm does not bring. A test finds the program in PATH, or where the
 * variable says; where it cannot be had the test skips itself.
 */
export const PROGRAMS = [
  {
    variable: 'NEXUS_TEST_REDIS',
    names: ['redis-server', 'valkey-server'],
    debianPackage: 'redis-server',
    skipped: 'the distributed topology and everything on Redis',
  },
  {
    variable: 'NEXUS_TEST_CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    debianPackage: 'chromium',
    skipped: 'everything in a browser',
  },
];

/**
 * Finds the browser, installing Debian's package as root where it is missing.
 * @returns {Promise<string | undefined>} its path
 */
export async function provideBrowser() {
  const browser = PROGRAMS.find(({ variable }) => variable === 'NEXUS_TEST_CHROMIUM');
  await provide([browser], 'the screenshots');
  return find(browser);
}

/**
 * Finds the programs that the tests ask for, installing Debian's packages as root where they are
 * missing. Resolves to the variables to set and to what must be skipped.
 * @param {readonly string[]} testFolders absolute paths
 * @returns {Promise<{ variables: Record<string, string>, skipped: string[] }>}
 */
export async function provideSystemPrograms(testFolders) {
  const tests = testFolders.flatMap((folder) => testFilesBelow(folder));
  const asked = PROGRAMS.filter(({ variable, names }) =>
    tests.some((text) => [variable, ...names].some((word) => text.includes(word))),
  );
  await provide(asked, 'the tests');
  const variables = {};
  const skipped = [];
  for (const program of asked) {
    const path = find(program);
    if (path) variables[program.variable] = path;
    else
      skipped.push(
        `${program.skipped} (no ${program.names[0]} here; install it, or set ${program.variable})`,
      );
  }
  return { variables, skipped };
}

async function provide(programs, whom) {
  const missing = programs.filter((program) => !find(program));
  if (missing.length === 0 || !canInstall()) return;
  const packages = missing.map(({ debianPackage }) => debianPackage);
  await withProgress(`Installing ${packages.join(' and ')} for ${whom}`, () => install(packages));
}

function find({ variable, names }) {
  const named = process.env[variable];
  if (named) return existsSync(named) ? named : undefined;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Failing is no failure: the tests that need the program are skipped then, loudly. */
async function install(packages) {
  // RUNLEVEL keeps a package from starting its service: the tests start their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const limits = { env, timeout: 240_000 };
  await capture('apt-get', ['update', '-qq'], limits);
  await capture(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    limits,
  );
}

function testFilesBelow(folder) {
  return filesBelow(folder)
    .filter((file) => /\.(ts|mjs)$/.test(file))
    .map((file) => readFileSync(file, 'utf8'));
}
