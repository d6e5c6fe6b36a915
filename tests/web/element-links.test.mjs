// What a link to a widget does, shown on the explorer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, settled } from './page.mjs';

const tag = 'activation-explorer';

test('a link carries the state to another page, to the right one of several widgets', async () => {
  const body = `<${tag}></${tag}><${tag}></${tag}><${tag} id="named" activation="tanh"></${tag}>`;
  const { page, close } = await open(body);
  const links = await page.evaluate((tag) => {
    const all = /** @type {any[]} */ ([...document.querySelectorAll(tag)]);
    all[1].state = {
      activation: 'elu',
      alpha: 0.25,
      x: -1.5,
      compare: 'relu',
      domain: [-3, 3],
      preview: true,
    };
    all[2].state = { x: 2 };
    return all.map((widget) => widget.link());
  }, tag);
  assert.match(links[0], /^#activation-explorer\?/);
  assert.match(links[1], /^#activation-explorer\.2\?/);
  assert.match(links[2], /^#named\?activation=tanh&x=2/);
  for (const [i, expected] of [
    [
      1,
      { activation: 'elu', alpha: 0.25, x: -1.5, compare: 'relu', domain: [-3, 3], preview: true },
    ],
    [2, { activation: 'tanh', x: 2 }],
  ]) {
    const other = await open(body, { path: `test.html${links[Number(i)]}` });
    const states = await other.page.evaluate(
      (tag) => [...document.querySelectorAll(tag)].map((/** @type {any} */ { state }) => state),
      tag,
    );
    for (const [name, value] of Object.entries(expected))
      assert.deepEqual(states[Number(i)][name], value);
    assert.equal(states[0].activation, 'relu');
    await other.close();
  }
  await close();
});

test('a link followed in its own page brings back what was taken, whatever was chosen since', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  const states = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    const follow = async (/** @type {string} */ link) => {
      widget.pick({ activation: 'elu', alpha: 2, compare: 'tanh', x: 3 });
      location.hash = link;
      await new Promise((followed) => addEventListener('hashchange', followed, { once: true }));
      return widget.state;
    };
    const [start, whole] = [widget.state, widget.link()];
    widget.pick({ x: 2 });
    const [moved, link] = [widget.state, widget.link()];
    return [start, await follow(whole), moved, await follow(link)];
  }, tag);
  assert.deepEqual(states[1], states[0]);
  assert.deepEqual(states[3], states[2]);
  await close();
});

test('a hostile link or state changes nothing and reaches the page only as text', async () => {
  const hostile =
    'activation=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&x=1e999&domain=NaN%20NaN&functions=__proto__&alpha=%00&nonsense=1';
  const { page, problems, close } = await open(`<${tag} x="2"></${tag}>`, {
    path: `test.html#${tag}?${hostile}`,
  });
  const state = await page.evaluate((tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    widget.state = {
      x: {},
      domain: { length: 1e9 },
      activation: ['a', {}],
      compare: Symbol('x'),
      preview: 'false',
    };
    widget.state = null;
    widget.state = 'text';
    return [
      widget.activation,
      widget.x,
      widget.domain,
      widget.compare,
      widget.preview,
      widget.shadowRoot.querySelectorAll('img').length,
    ];
  }, tag);
  await settled(page);
  assert.deepEqual(state, ['relu', 2, [-6, 6], null, false, 0]);
  assert.deepEqual(problems, []);
  await close();
});
