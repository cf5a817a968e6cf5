import { crm } from '@nexus/crm';
import type { SubgraphDefinition } from '@nexus/kit/graph';

/** Every subgraph of Nexus. A new one is added here, and nowhere else. */
export const subgraphs: readonly SubgraphDefinition[] = [crm];
