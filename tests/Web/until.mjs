/** Waits for a condition, and says which one it was when it does not come; returns what it gave. */
export async function until(what, condition, patience = 15_000) {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`after ${patience / 1000} s still not: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}
