/** Takes away what a person's pages have kept in this browser. Where nothing can be kept there is nothing to do. */
export async function forgetEverything(): Promise<void> {
  try {
    const { forgetKept } = await import('./kept-store.js');
    await forgetKept();
  } catch {
    // A browser without such a storage.
  }
}
