import { existsSync } from 'node:fs';
import { diskFull, Failure, notWritable } from './failure.mjs';

/** The npm that started us, else the one in PATH. */
export function npm() {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') && existsSync(own)
    ? { command: process.execPath, args: [own] }
    : { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

/**
 * The sentence for what npm said before it gave up.
 * @param {string} output
 */
export function explainNpm(output) {
  if (/ENOSPC|no space left/i.test(output)) return diskFull(output);
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return notWritable(/^npm error path (.+)$/m.exec(output)?.[1] ?? 'node_modules', output);
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|UND_ERR/.test(
      output,
    )
  )
    return new Failure(
      "The packages could not be fetched: the npm registry does not answer. Connect to the network (or set npm's registry and proxy) and try again; only the first start needs it.",
      output,
    );
  if (/EUSAGE|can only install packages when your package\.json/.test(output))
    return new Failure(
      'package.json and package-lock.json do not agree. Run npm install and try again.',
      output,
    );
  return new Failure('npm could not install the packages; its own words are above.', output);
}
