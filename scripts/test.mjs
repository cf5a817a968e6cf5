// npm test: installs what is missing, builds, checks the types, runs every test, and ends with one
// line: N passed, N failed. --full runs the long samples too; other arguments go to Jest.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { runMain } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { childEnvironment, MODULES, ROOT } from './lib/paths.mjs';
import { withProgress } from './lib/progress.mjs';
import { capture, show } from './lib/run.mjs';
import { summaryLine, total } from './lib/summary.mjs';
import { provideSystemPrograms } from './lib/system-programs.mjs';
import { testFolders } from './lib/workspaces.mjs';

await runMain(async () => {
  const given = process.argv.slice(2);
  const full = given.includes('--full');
  const jestArguments = given.filter((argument) => argument !== '--full');
  try {
    const node = await ensureInstalled();
    await ensureBuilt(node);
    const typesOk = await checkTypes(node);
    const { variables, skipped } = await provideSystemPrograms(testFolders());
    const { code, counts } = await runJest(node, jestArguments, {
      ...variables,
      ...(full && { NEXUS_TEST_FULL: '1' }),
    });
    for (const what of skipped) process.stdout.write(`\nSKIPPED: ${what}\n`);
    const sum = total(counts, { typesOk, jestCode: code });
    process.stdout.write(`\n${summaryLine(sum)}\n`);
    return sum.failed > 0 ? 1 : 0;
  } catch (error) {
    process.on('exit', () => process.stdout.write('0 passed, 1 failed\n'));
    throw error;
  }
});

async function checkTypes(node) {
  const tsc = join(MODULES, 'typescript', 'bin', 'tsc');
  const { code, output } = await withProgress('Checking the types of the tests', () =>
    capture(node, [tsc, '-p', 'tsconfig.test.json'], { env: childEnvironment(node) }),
  );
  if (code !== 0) process.stdout.write(`${output}\n`);
  return code === 0;
}

async function runJest(node, jestArguments, variables) {
  const folder = mkdtempSync(join(tmpdir(), 'nexus-counts-'));
  const file = join(folder, 'counts.json');
  const reporter = join(ROOT, 'scripts', 'lib', 'count-reporter.mjs');
  const code = await show(
    node,
    [
      ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
      join(MODULES, 'jest', 'bin', 'jest.js'),
      ...['--config', 'jest.config.mjs', '--reporters=default', `--reporters=${reporter}`],
      ...jestArguments,
    ],
    { env: { ...childEnvironment(node), ...variables, NEXUS_TEST_COUNTS: file } },
  );
  const counts = readCounts(file);
  rmSync(folder, { recursive: true, force: true });
  return { code, counts };
}

/** @returns {import('./lib/summary.mjs').Counts | undefined} */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
