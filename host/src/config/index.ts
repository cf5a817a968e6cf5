export {
  ENVIRONMENT_VARIABLES,
  type Environment,
  type EnvironmentResult,
  readEnvironment,
} from './environment.js';
export { deriveKey, loadMasterKey } from './master-key.js';
export { assertPortFree, explainListenError, portInUseMessage } from './port.js';
export { StartupProblem, type StartupProblemCode } from './startup-problem.js';
