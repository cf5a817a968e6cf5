import { billing } from '@nexus/billing';
import { crm } from '@nexus/crm';
import { identity } from '@nexus/identity';
import type { SubgraphDefinition } from '@nexus/kit/graph';
import { projects } from '@nexus/projects';

/** Every subgraph of Nexus. A new one is added here, and nowhere else. */
export const subgraphs: readonly SubgraphDefinition[] = [identity, crm, projects, billing];
