// custom-elements.json says what is there, and all of it: compared with the classes and with what
// the example pages show.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { widgets } from '../../web/build/widgets.mjs';
import { open } from './page.mjs';

/** @typedef {import('../../web/build/describe/manifest.mjs').ElementDeclaration} ElementDeclaration */

const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
/** @type {ElementDeclaration[]} */
const elements = modules.flatMap(
  (/** @type {{ declarations: ElementDeclaration[] }} */ { declarations }) => declarations,
);

/** @param {{ name: string }[]} entries */
const namesOf = (entries) => entries.map(({ name }) => name).sort();

test('every element is there, once, in the entry that registers it', () => {
  assert.deepEqual(
    modules.map((/** @type {{ path: string }} */ { path }) => path),
    widgets().map(({ tag }) => `dist/elements/${tag}.js`),
  );
  assert.deepEqual(
    elements.map(({ tagName, name }) => [tagName, name]),
    widgets().map(({ tag, className }) => [tag, className]),
  );
});

for (const element of elements) {
  const { tagName, name, attributes, events, cssParts, cssProperties, members, slots } = element;

  test(`${tagName}: everything has a description, and every event says what it tells`, () => {
    const all = [...attributes, ...events, ...cssParts, ...cssProperties, ...members, ...slots];
    for (const entry of [element, ...all]) assert.ok(entry.description, entry.name);
    assert.deepEqual(
      events.map(({ name, type }) => [name, type.text]),
      [
        ['input', `CustomEvent<${name}Detail>`],
        ['change', `CustomEvent<${name}Detail>`],
        ['error', 'CustomEvent<FailureDetail>'],
      ],
    );
  });

  test(`${tagName}: attributes are those the element listens to, with its defaults, parts those in its tree, CSS properties those it asks for`, async () => {
    const { page, close } = await open('', { path: `web/widgets/${tagName}/example.html` });
    const shown = await page.evaluate(async (tagName) => {
      const Class = /** @type {any} */ (customElements.get(tagName));
      /** @type {Set<string>} */
      const asked = new Set();
      const { getPropertyValue } = CSSStyleDeclaration.prototype;
      CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
        if (name.startsWith('--aw-')) asked.add(name);
        return getPropertyValue.call(this, name);
      };
      /** @type {Set<string>} */
      const parts = new Set();
      for (const widget of /** @type {any} */ (document.querySelectorAll(tagName))) {
        widget.flush();
        for (const node of widget.shadowRoot.querySelectorAll('[part]')) {
          for (const part of node.part) parts.add(part);
        }
        for (const { cssRules } of widget.shadowRoot.adoptedStyleSheets) {
          const texts = [...cssRules].map(({ cssText }) => cssText).join();
          for (const [name] of texts.matchAll(/--aw-[\w-]+/g)) asked.add(name);
        }
      }
      const core = await /** @type {any} */ (window).activationWidgets.loadCore();
      const fresh = /** @type {any} */ (document.createElement(tagName));
      return {
        attributes: Class.observedAttributes,
        starts: Object.fromEntries(
          Object.keys(Class.attributes).map((name) => [name, fresh.start(name)]),
        ),
        parts: [...parts],
        asked: [...asked],
        functions: core.activations.map((/** @type {{ id: string }} */ { id }) => `--aw-${id}`),
      };
    }, tagName);
    await close();

    assert.deepEqual(namesOf(attributes), shown.attributes.sort());
    for (const { name, default: start = null } of attributes) {
      if (!Object.hasOwn(shown.starts, name)) continue; // of the base
      const value = shown.starts[name];
      const text = value === null ? null : [value].flat().join(' ');
      assert.equal(start, text, `${name} starts as`);
    }
    assert.deepEqual(namesOf(cssParts), shown.parts.sort());
    const documented = namesOf(cssProperties);
    assert.deepEqual(
      shown.asked.filter((one) => !documented.includes(one) && !shown.functions.includes(one)),
      [],
      'asked for, not documented',
    );
  });
}
