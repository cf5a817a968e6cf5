// npm run fuzz -w router -- --seed N --count N: holds the built router against a monolith.
import { parseArgs } from 'node:util';
import { createRouter, inProcess } from '@nexus/router';
import { composeSubgraphs } from '@nexus/router/compose';
import { pino } from 'pino';
import { campaign } from './campaign.ts';
import { describeFailure } from './report.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '10000' },
    failures: { type: 'string', default: '5' },
  },
});
const [seed, count, failures] = [values.seed, values.count, values.failures].map(Number);
if (!isWhole(seed) || !isWhole(count) || !isWhole(failures)) {
  console.error('--seed, --count and --failures take whole numbers.');
  process.exit(1);
}

let said = Date.now();
const found = await campaign({
  ...{ seed, count, failures },
  subject: { createRouter, inProcess, composeSubgraphs },
  logger: pino({ level: 'silent' }),
  onGraph: (tally) => {
    if (Date.now() - said < 10_000) return;
    said = Date.now();
    console.error(JSON.stringify(tally));
  },
});
for (const failure of found.failures) console.log(describeFailure(failure));
console.log(JSON.stringify(found.tally));
process.exitCode = found.failures.length > 0 ? 1 : 0;

function isWhole(value: number | undefined): value is number {
  return Number.isInteger(value) && (value ?? -1) >= 0;
}
