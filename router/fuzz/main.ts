// npm run fuzz -w router -- --seed N --count N [--defer]: holds the built router against a monolith.
import { parseArgs } from 'node:util';
import { createRouter, inProcess } from '@nexus/router';
import { composeSubgraphs } from '@nexus/router/compose';
import { pino } from 'pino';
import { campaign } from './campaign.ts';
import { deferredCampaign } from './deferred-campaign.ts';
import { describeFailure } from './report.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '10000' },
    failures: { type: 'string', default: '5' },
    defer: { type: 'boolean', default: false },
  },
});
const [seed, count, failures] = [values.seed, values.count, values.failures].map(Number);
if (!isWhole(seed) || !isWhole(count) || !isWhole(failures)) {
  console.error('--seed, --count and --failures take whole numbers.');
  process.exit(1);
}

const subject = { createRouter, inProcess, composeSubgraphs };
const logger = pino({ level: 'silent' });
if (values.defer) {
  const { tally, failure } = await deferredCampaign({ seed, count, subject, logger });
  if (failure) console.log(JSON.stringify(failure, undefined, 2));
  console.log(JSON.stringify(tally));
  process.exit(failure ? 1 : 0);
}

let said = Date.now();
const found = await campaign({
  ...{ seed, count, failures },
  ...{ subject, logger },
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
