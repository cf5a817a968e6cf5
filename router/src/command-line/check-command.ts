import { printReport } from '../check/check-report.js';
import { checkSupergraph } from '../check/check-supergraph.js';
import { operationsAt, together } from '../check/operations-of-files.js';
import { type PlannerChoice, readPlannerChoice } from '../planner/planner-choice.js';
import { sourceAt } from '../supergraph/source.js';
import { command, WrongArguments, wholeNumber } from './command.js';
import { loadConfigFile } from './config-file.js';

const HELP = `nexus-router check --supergraph <file | url> --against <file | url> [options]

  --supergraph <file | url>  the supergraph that may be taken into use
  --against <file | url>     the one in use
  --operations <path>        what clients ask for: a usage file (.ndjson), a manifest (.json), a document (.graphql), or
                             a folder of usage files and documents; may be given several times
  --days <n>                 recorded operations of the last n days; default 30
  --min-count <n>            recorded operations that were asked for so often; default 1
  --config <file>            of the router: its contracts and its planner
  --planner <who>            auto, native, apollo, or both; default: the configuration's, else NEXUS_ROUTER_PLANNER
  --strict                   breaking changes that nobody uses fail, too
  --json
  --help

Exit code 0: it may be taken into use; 1: it must not; 2: it could not be checked.`;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Says whether another supergraph may be taken into use. */
export const checkCommand = command(
  HELP,
  {
    supergraph: { type: 'string' },
    against: { type: 'string' },
    operations: { type: 'string', multiple: true },
    days: { type: 'string' },
    'min-count': { type: 'string' },
    config: { type: 'string' },
    planner: { type: 'string' },
    strict: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async (values, environment) => {
    const { supergraph, against, operations, strict = false, json } = values;
    if (supergraph === undefined || against === undefined) {
      throw new WrongArguments(
        'Say what to compare: --supergraph <file | url> --against <file | url>.',
      );
    }
    const days = wholeNumber('--days', values.days ?? '30', 1);
    const minCount = wholeNumber('--min-count', values['min-count'] ?? '1', 1);
    const config = values.config === undefined ? {} : await loadConfigFile(values.config);
    const planners = plannersFor(values.planner ?? config.planner, environment);
    const window = { since: new Date(Date.now() - days * DAY_MS), minCount };
    const found = await Promise.all((operations ?? []).map((path) => operationsAt(path, window)));
    const report = await checkSupergraph({
      before: await sourceAt(against).read(),
      after: await sourceAt(supergraph).read(),
      known: operations && together(found),
      planners,
      contracts: config.contracts,
      strict,
      days,
    });
    const output = json ? JSON.stringify(report, null, 2) : printReport(report);
    return { code: report.ok ? 0 : 1, output };
  },
);

function plannersFor(
  word: string | undefined,
  environment: NodeJS.ProcessEnv,
): readonly PlannerChoice[] {
  if (word === 'both') return ['native', 'apollo'];
  try {
    return [readPlannerChoice(word as PlannerChoice | undefined, environment.NEXUS_ROUTER_PLANNER)];
  } catch (error) {
    throw new WrongArguments((error as Error).message);
  }
}
