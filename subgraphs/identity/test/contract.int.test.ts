import * as harness from '@jest/globals';
import { Adapters } from '@nexus/kit/graph';
import { subgraphContract } from '@nexus/kit/testing';
import { identity, mailPort, smtpTransport } from '../src/index.js';

// Nobody listens there; the contract sends nothing.
const mail = { url: 'smtp://127.0.0.1:1', from: 'nexus@test', pages: 'http://test/sign-in' };
const adapters = new Adapters().provide(mailPort, smtpTransport(mail));
subgraphContract(harness, identity, { adapters });
