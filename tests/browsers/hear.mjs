// What a screen reader hears of a handle.
import assert from 'node:assert/strict';

/**
 * Waits until a handle speaks what it should: a widget says it with the next frame, which a busy
 * machine draws late.
 * @param {import('playwright-core').Locator} handle
 * @param {RegExp} expected
 */
export async function hear(handle, expected) {
  let spoken;
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    spoken = (await handle.getAttribute('aria-valuetext')) ?? '';
    if (expected.test(spoken)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.match(String(spoken), expected);
}
