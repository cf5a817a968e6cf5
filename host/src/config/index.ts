export { ENVIRONMENT_VARIABLES, type Environment, readEnvironment } from './environment.js';
export { deriveKey, loadMasterKey } from './master-key.js';
export { assertPortFree, explainListenError } from './port.js';
export { StartupProblem } from './startup-problem.js';
