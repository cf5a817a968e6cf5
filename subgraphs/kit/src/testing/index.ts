export { overprivilegedRoles, unprotectedTables } from './catalogue.js';
export { type ContractOptions, type Harness, subgraphContract } from './contract.js';
export { createTestDatabase, type TestDatabase } from './database.js';
export { openTestHouse, type TestCaller, type TestHouse, type TestHouseOptions } from './house.js';
export { clientUser, staff, testTenant, testUser } from './principals.js';
export { type Circumstances, decisionContext, specification } from './specification.js';
