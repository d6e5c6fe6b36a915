// Anything in any attribute, property, `state` and link of every widget: nothing throws out of it,
// nothing becomes markup, and it goes on working. Trusted Types are on: a string that reached a sink
// of markup or script would throw.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { widgets } from '../../web/build/widgets.mjs';
import { record } from '../robustness/figures.mjs';
import { open } from '../web/page.mjs';
import { run, text, value } from './texts.mjs';

const headers = {
  'content-security-policy':
    "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'",
};

const act = fc.oneof(
  fc.record({ do: fc.constant('attribute'), name: fc.nat(99), value: text }),
  fc.record({ do: fc.constant('property'), name: fc.nat(99), value }),
  fc.record({ do: fc.constant('odd property'), name: fc.nat(99), value: fc.nat(99) }),
  fc.record({
    do: fc.constant('state'),
    value: fc.oneof(value, fc.array(fc.tuple(fc.nat(99), value), { maxLength: 8 })),
  }),
  fc.record({
    do: fc.constant('link'),
    value: fc.oneof(text, fc.array(fc.tuple(fc.nat(99), text), { maxLength: 8 })),
  }),
);

/** @typedef {{ do: string, name?: number, value: any }} Act */

/**
 * Does all that to the widget; tells what went wrong. Runs in the page.
 * @param {{ tag: string, acts: Act[] }} argument
 */
async function doAll({ tag, acts }) {
  const widget = /** @type {any} */ (document.querySelector(tag));
  const attributes = /** @type {any} */ (customElements.get(tag)).observedAttributes;
  const kept = ['points', 'erased', 'updates', 'before', 'weights', '__proto__', 'constructor', ''];
  const names = [...attributes, ...Object.keys(widget.state), ...kept];
  const nameOf = (/** @type {number} */ i) => names[i % names.length];
  const camel = (/** @type {string} */ name) =>
    name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const odd = [
    undefined,
    Number.NaN,
    -Infinity,
    10n ** 40n,
    Symbol('odd'),
    () => {},
    new Date(Number.NaN),
    new Float32Array(1e5),
    Array(5e4).fill(256),
    {
      toString: () => {
        throw new Error('no text');
      },
    },
    {
      [Symbol.toPrimitive]: () => {
        throw new Error('no value');
      },
    },
    Object.create(null),
    document.body,
    [[[1]]],
  ];
  const troubles = [];
  for (const { do: what, name = 0, value } of acts) {
    try {
      if (what === 'attribute') widget.setAttribute(nameOf(name) || 'group', value);
      else if (what === 'property') widget[camel(attributes[name % attributes.length])] = value;
      else if (what === 'odd property') {
        widget[camel(attributes[name % attributes.length])] = odd[value % odd.length];
      } else if (what === 'state') {
        const pairs = Array.isArray(value) && value.every((pair) => Array.isArray(pair));
        widget.state = pairs
          ? Object.fromEntries(value.map(([i, given]) => [nameOf(i), given]))
          : value;
      } else if (what === 'link') {
        const query = Array.isArray(value)
          ? new URLSearchParams(value.map(([i, given]) => [nameOf(i), given])).toString()
          : value;
        history.replaceState(null, '', '#');
        location.hash = `#${tag}?${query}`;
        await new Promise((resolve) => setTimeout(resolve));
      }
      widget.flush();
      JSON.stringify(widget.state);
      widget.link();
    } catch (error) {
      const { name } = /** @type {Error} */ (error);
      // What a setter of the DOM itself refuses: an attribute named "".
      if (name !== 'InvalidCharacterError') troubles.push(`${what}: ${error}`);
    }
    const { shadowRoot } = widget;
    const sentence = shadowRoot.querySelector('[part=error]');
    if (!sentence.hidden) troubles.push(`${what}: ${sentence.textContent}`);
    const foreign = shadowRoot.querySelector(
      'img, script, iframe, object, embed, [onerror], [onload]',
    );
    if (foreign) troubles.push(`markup: ${foreign.outerHTML}`);
    if (/** @type {any} */ (window).pwned) troubles.push('a script of the text has run');
    const nodes = shadowRoot.querySelectorAll('*').length;
    if (nodes > 4000) troubles.push(`${what}: ${nodes} elements`);
    for (const { width, height } of shadowRoot.querySelectorAll('canvas')) {
      if (width > 4096 || height > 4096) troubles.push(`${what}: a canvas of ${width} × ${height}`);
    }
    if (troubles.length) break;
  }
  for (const name of attributes) widget.removeAttribute(name);
  widget.reset();
  widget.flush();
  return troubles;
}

for (const { tag } of widgets()) {
  test(`${tag}: anything in any attribute, property, state and link throws nothing, is no markup, and stops nothing`, async () => {
    const { page, problems, close } = await open(`<${tag}></${tag}>`, { headers });
    let cases = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        problems.length = 0;
        cases += acts.length;
        const troubles = await page.evaluate(doAll, { tag, acts: /** @type {Act[]} */ (acts) });
        assert.deepEqual([...troubles, ...problems], []);
      }),
      run(60),
    );
    record(`hostile ${tag}`, { cases });
    assert.ok(await page.locator(tag).isVisible());
    await close();
  });
}
