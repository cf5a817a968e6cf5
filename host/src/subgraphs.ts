import { billing } from '@nexus/billing';
import { crm } from '@nexus/crm';
import { identity } from '@nexus/identity';
import type { SubgraphDefinition } from '@nexus/kit/graph';
import { projects } from '@nexus/projects';
import { operations } from './operations/index.js';

/** The domains: each can be served by a process of its own. A new one is added here, and nowhere else. */
export const domains: readonly SubgraphDefinition[] = [identity, crm, projects, billing];

/** Every subgraph of Nexus. The host's own is served where the router is: it must answer when others do not. */
export const subgraphs: readonly SubgraphDefinition[] = [...domains, operations];
