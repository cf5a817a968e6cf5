import { fileURLToPath } from 'node:url';

/** The root of the repository or image: three levels above the compiled file `host/dist/house/paths.js`. */
export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url));
