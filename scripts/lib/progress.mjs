/**
 * Says what is being done, and every few seconds for how long already; then how long it took.
 * @template T
 * @param {string} what e.g. "Installing the packages"
 * @param {() => Promise<T>} work
 * @param {{ write?: (text: string) => void, every?: number }} [options]
 * @returns {Promise<T>}
 */
export async function withProgress(what, work, options = {}) {
  const write = options.write ?? ((text) => process.stdout.write(text));
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  write(`${what} …\n`);
  const timer = setInterval(
    () => write(`  still at it, ${seconds()} s\n`),
    options.every ?? 10_000,
  );
  try {
    const result = await work();
    write(`  done in ${seconds()} s\n`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
