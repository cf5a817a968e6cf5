import * as harness from '@jest/globals';
import { subgraphContract } from '@nexus/kit/testing';
import { operations } from '../../src/operations/index.js';

subgraphContract(harness, operations);
