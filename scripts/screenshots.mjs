// npm run screenshots [-- --url http://localhost:4000]: pictures of every screen, into docs/screens.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { startDemo } from './lib/demo-nexus.mjs';
import { Failure, runMain } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { childEnvironment, ROOT } from './lib/paths.mjs';
import { show } from './lib/run.mjs';
import { provideBrowser } from './lib/system-programs.mjs';

await runMain(async () => {
  const { url, only, into } = read();
  const node = await ensureInstalled();
  const browser = await provideBrowser();
  if (!browser) {
    throw new Failure(
      'There is no Chromium here. Install it, or set NEXUS_TEST_CHROMIUM to where it is, and try again.',
    );
  }
  if (url) return take(node, { url, browser, only, into });
  await ensureBuilt(node);
  process.stdout.write('Starting a Nexus with the demo (this takes minutes) …\n');
  const demo = await startDemo(node);
  try {
    return await take(node, { url: demo.url, browser, only, into });
  } finally {
    await demo.close();
  }
});

/** `--url` of a Nexus that runs with the demo, `--only` names of screens, `--into` another folder. */
function read() {
  try {
    const { values } = parseArgs({
      options: {
        url: { type: 'string' },
        only: { type: 'string' },
        into: { type: 'string', default: join('docs', 'screens') },
      },
    });
    return values;
  } catch (error) {
    throw new Failure(
      `${error.message} Usage: npm run screenshots -- [--url http://localhost:4000] [--only employee-board] [--into folder]`,
    );
  }
}

/** TypeScript from here on: the pinned Node reads it. */
function take(node, { url, browser, only = '', into }) {
  const program = join(ROOT, 'scripts', 'screens', 'take.ts');
  return show(node, [program, url, browser, into, only], { env: childEnvironment(node) });
}
