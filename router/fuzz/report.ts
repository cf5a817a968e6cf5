import type { Failure } from './campaign.ts';

/** All that is needed to see a failure, and to make a test of it. */
export function describeFailure({ seed, reason, smallest, sdls, ...answers }: Failure): string {
  const { operation, faults, careless } = smallest;
  return [
    `=== seed ${seed}: ${reason}`,
    ...Object.entries(sdls).map(([name, sdl]) => `--- subgraph ${name}\n${sdl}`),
    `--- operation\n${operation.query}`,
    `variables ${JSON.stringify(operation.variables)}`,
    `faults    ${JSON.stringify(faults)}${careless ? ', subgraphs without promises of non-null' : ''}`,
    `router    ${JSON.stringify(answers.ours)}`,
    `monolith  ${JSON.stringify(answers.monolith)}`,
    `apollo    ${JSON.stringify(answers.apollo)}`,
    `model     ${JSON.stringify(smallest.model)}`,
  ].join('\n');
}
