// npm run lint: checks that imports run the way the architecture says (docs/architecture.md).
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { runMain } from './lib/failure.mjs';
import { violationsOf } from './lib/fences.mjs';
import { ROOT } from './lib/paths.mjs';
import { filesBelow } from './lib/sources.mjs';
import { workspaces } from './lib/workspaces.mjs';

await runMain(async () => {
  const files = workspaces()
    .flatMap((workspace) => filesBelow(join(ROOT, workspace, 'src')))
    .filter((file) => /\.tsx?$/.test(file));
  const violations = files.flatMap((file) =>
    violationsOf(relative(ROOT, file).split(sep).join('/'), readFileSync(file, 'utf8')),
  );
  for (const { file, line, message } of violations) {
    process.stdout.write(`${file}:${line} imports ${message}\n`);
  }
  process.stdout.write(`${files.length} files, ${violations.length} imports across a fence.\n`);
  return violations.length > 0 ? 1 : 0;
});
