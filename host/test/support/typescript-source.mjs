import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

let registered = false;

/**
 * Lets plain Node import our TypeScript sources (Node strips the types itself): a relative `./x.js`
 * that is not on disk is `./x.ts`. The test database can so be started before anything is built.
 */
export function registerSourceResolution() {
  if (registered) return;
  registered = true;
  registerHooks({
    resolve(specifier, context, next) {
      if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.startsWith('file:')) {
        const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
        if (!source.pathname.includes('/node_modules/') && existsSync(fileURLToPath(source)))
          return next(source.href, context);
      }
      return next(specifier, context);
    },
  });
}
