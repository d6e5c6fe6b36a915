// The build leaves out properties that do no more than mirror an attribute; they are made when the
// registry first asks for a class.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { widgets } from '../../web/build/widgets.mjs';

/** @type {Record<string, any>} */
const classes = await import(new URL('../../dist/index.js', import.meta.url).href);

/** @type {any} as browsers do, it asks for the attributes */
const registry = {
  get() {},
  define: (/** @type {string} */ _, /** @type {any} */ Class) => Class.observedAttributes,
};

const camelCase = (/** @type {string} */ name) =>
  name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

for (const { tag, className } of widgets()) {
  test(`${tag}: every attribute has a property that reads and writes it`, () => {
    const Class = classes[className];
    classes.define(tag, Class, registry);
    /** @type {string[]} */
    const asked = [];
    const element = Object.create(Class.prototype, {
      read: { value: (/** @type {string} */ name) => asked.push(name) && 1 },
      write: { value: (/** @type {string} */ name) => asked.push(name) },
    });
    for (const name of Object.keys(Class.attributes)) {
      const property = camelCase(name);
      assert.ok(property in Class.prototype, property);
      asked.length = 0;
      Reflect.set(element, property, 1, element);
      assert.deepEqual(asked, [name], `set ${property}`);
    }
  });
}

test('no output has both: the properties in the sources are left out', () => {
  const texts = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(`dist/${name}`, 'utf8'));
  assert.ok(texts.length > 5);
  for (const text of texts) assert.doesNotMatch(text, /this\.write\(["']batch-size/);
});
