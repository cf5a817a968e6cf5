import * as harness from '@jest/globals';
import { subgraphContract } from '@nexus/kit/testing';
import { crm } from '../src/index.js';

subgraphContract(harness, crm);
