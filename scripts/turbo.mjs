// npm run build | types | lint | schema | bench: the tasks of turbo.json, on the pinned Node.
import { join } from 'node:path';
import { Failure, runMain } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { childEnvironment, MODULES } from './lib/paths.mjs';
import { show } from './lib/run.mjs';

/** What the names mean: root tasks of turbo.json cannot share a name with the npm script around. */
const TASKS = {
  build: ['build'],
  types: ['build', 'types', 'types:tests'],
  lint: ['lint:style', 'lint:fences', 'lint:unused'],
  schema: ['schema:check'],
  bench: ['bench:run'],
  test: ['test:all'],
};

await runMain(async () => {
  const [name = '', ...rest] = process.argv.slice(2);
  const tasks = TASKS[name];
  if (!tasks) {
    throw new Failure(`There is no task "${name}". Use one of ${Object.keys(TASKS).join(', ')}.`);
  }
  const node = await ensureInstalled();
  const turbo = join(MODULES, 'turbo', 'bin', 'turbo');
  const passed = rest.length > 0 ? ['--', ...rest] : [];
  return show(node, [turbo, 'run', ...tasks, ...passed], { env: childEnvironment(node) });
});
