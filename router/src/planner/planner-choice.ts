/** Who plans. `auto`: the native planner where it loads, Apollo's for everything else. */
export type PlannerChoice = 'auto' | 'native' | 'apollo';

const CHOICES: readonly PlannerChoice[] = ['auto', 'native', 'apollo'];

/**
 * The configured choice, else the one in the environment (`NEXUS_ROUTER_PLANNER`), else `auto`.
 * @throws TypeError for a word that is none
 */
export function readPlannerChoice(
  configured: PlannerChoice | undefined,
  environment: string | undefined,
): PlannerChoice {
  const word = configured ?? (environment || 'auto');
  const choice = CHOICES.find((each) => each === word);
  if (choice) return choice;
  throw new TypeError(`The planner must be one of ${CHOICES.join(', ')}; it is "${word}".`);
}
