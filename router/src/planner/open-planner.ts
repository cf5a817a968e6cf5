import { messageOf } from '../support/message-of.js';
import { fallbackPlanner } from './fallback-planner.js';
import type { Planner } from './planner.js';
import type { PlannerChoice } from './planner-choice.js';
import { splittingPlanner } from './splitting-planner.js';

/**
 * A planner for a supergraph. With `auto` Apollo's packages are not even loaded until there is an
 * operation (or a platform, or a supergraph) that the native planner cannot serve.
 * @throws what the planners say of a supergraph that none of them accepts
 */
export async function openPlanner(supergraphSdl: string, choice: PlannerChoice): Promise<Planner> {
  switch (choice) {
    case 'native':
      return splittingPlanner(await native(supergraphSdl));
    case 'apollo':
      return splittingPlanner(await apollo(supergraphSdl));
    case 'auto': {
      const { apolloPlanner } = await import('./apollo/apollo-planner.js');
      const second = () => apolloPlanner(supergraphSdl);
      try {
        return splittingPlanner(fallbackPlanner(await native(supergraphSdl), second));
      } catch (error) {
        return splittingPlanner(orElse(second, error));
      }
    }
    default:
      return choice satisfies never;
  }
}

async function native(supergraphSdl: string): Promise<Planner> {
  const { hivePlanner } = await import('./hive-planner.js');
  return hivePlanner(supergraphSdl);
}

async function apollo(supergraphSdl: string): Promise<Planner> {
  const { apolloPlanner } = await import('./apollo/apollo-planner.js');
  return apolloPlanner(supergraphSdl);
}

/** The second planner's, or what kept the first from planning. */
function orElse(second: () => Planner, first: unknown): Planner {
  try {
    return second();
  } catch (error) {
    throw new AggregateError([first, error], `No planner: ${messageOf(first)} ${messageOf(error)}`);
  }
}
