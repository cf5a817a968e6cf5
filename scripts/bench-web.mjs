// npm run bench:web: measures the portals as they are built (apps/ui/bench), on the pinned Node.
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { runMain } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { childEnvironment, ROOT } from './lib/paths.mjs';
import { show } from './lib/run.mjs';

await runMain(async () => {
  const node = await ensureInstalled();
  await ensureBuilt(node);
  const bench = join(ROOT, 'apps', 'ui', 'bench', 'main.ts');
  return show(node, [bench, ...process.argv.slice(2)], { env: childEnvironment(node) });
});
