import * as harness from '@jest/globals';
import { Adapters } from '@nexus/kit/graph';
import { subgraphContract } from '@nexus/kit/testing';
import { identity, mailPort } from '../src/index.js';

const adapters = new Adapters().provide(mailPort, {
  kind: 'mailbox',
  pages: 'http://test/sign-in',
});
subgraphContract(harness, identity, { adapters });
