// What holds for every widget, in each of the three engines: over http, and from a disk.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widgets } from '../../web/build/widgets.mjs';
import { engines } from '../browsers/engines.mjs';
import { record } from '../robustness/figures.mjs';
import { drag, problems, start, state, surfaces } from './hands.mjs';
import { examplePage, startEngine } from './page.mjs';

for (const name of engines) {
  test(name, async (t) => {
    const engine = await startEngine(name);
    t.diagnostic(`${name} ${engine.version}`);
    let done = 0;
    for (const { tag } of widgets()) {
      const page = examplePage(tag);

      /** @param {string} title @param {string} url @param {(tab: import('../browsers/engines/engine.js').Tab) => Promise<void>} run */
      const inTab = (title, url, run) =>
        t.test(`${tag}: ${title}`, async () => {
          const tab = await engine.open();
          await tab.goto(url);
          await start(tab, tag);
          await run(tab);
          assert.deepEqual(await problems(tab), []);
          await tab.close();
          done++;
        });

      for (const [where, url] of Object.entries(page)) {
        await inTab(`loads over ${where} and answers a drag`, url, async (tab) => {
          const before = await state(tab, tag);
          let answers = 0;
          for (let i = 0; i < (await surfaces(tab, tag)) && answers === 0; i++) {
            const events = await drag(tab, i);
            if (events.includes('input,object') && events.at(-1) === 'change,object') answers++;
          }
          assert.ok(answers > 0, 'input while dragging, change at the end');
          assert.notEqual(await state(tab, tag), before);
        });
      }

      await inTab('every slider answers the arrow keys, and says so', page.http, async (tab) => {
        const count = await tab.evaluate((tag) => {
          const { shadowRoot } = /** @type {any} */ (document.querySelector(tag));
          const buttons = [...shadowRoot.querySelectorAll('button')];
          const step = buttons.find(({ textContent }) => textContent === 'Step');
          const all = [...shadowRoot.querySelectorAll('input[type=range]:enabled')];
          const sliders = all.filter((node) => node.checkVisibility());
          Object.assign(window, { sliders, step });
          return sliders.length;
        }, tag);
        assert.ok(count > 0, 'there is a slider');
        for (let i = 0; i < count; i++) {
          // The chart of a training can be walked along once there are updates.
          await tab.evaluate(async () => {
            /** @type {any} */ (window).step?.click();
            await new Promise((resolve) => setTimeout(resolve, 100));
          });
          /** @param {string} key @returns {Promise<string>} */
          const pressed = async (key) => {
            await tab.evaluate((i) => /** @type {any} */ (window).sliders[i].focus(), i);
            await tab.press(key);
            return tab.evaluate(async (i) => {
              for (let k = 0; k < 2; k++) await new Promise(requestAnimationFrame);
              return /** @type {any} */ (window).sliders[i].getAttribute('aria-valuetext');
            }, i);
          };
          let [down, up] = ['', ''];
          for (let attempt = 0; attempt < 5 && down === up; attempt++) {
            [down, up] = [await pressed('ArrowLeft'), await pressed('ArrowRight')];
          }
          assert.ok(down && up && down !== up, `slider ${i + 1}: “${down}”, then “${up}”`);
        }
      });

      await inTab('state and reset bring it to where it was', page.http, async (tab) => {
        const before = await state(tab, tag);
        const count = await surfaces(tab, tag);
        for (let i = 0; i < count; i++) await drag(tab, i);
        const dragged = await state(tab, tag);
        assert.notEqual(dragged, before);
        const { copied, back } = await tab.evaluate(async (tag) => {
          const widget = /** @type {any} */ (document.querySelector(tag));
          const copy = /** @type {any} */ (document.createElement(tag));
          document.body.append(copy);
          await copy.ready;
          copy.state = JSON.parse(JSON.stringify(widget.state));
          const copied = JSON.stringify(copy.state);
          widget.reset();
          return { copied, back: JSON.stringify(widget.state) };
        }, tag);
        assert.equal(copied, dragged);
        assert.equal(back, before);
      });

      await inTab('it has drawn a picture', page.http, async (tab) => {
        const colours = await tab.evaluate(async (tag) => {
          const blob = await /** @type {any} */ (document.querySelector(tag)).toBlob();
          const image = await createImageBitmap(blob);
          const canvas = document.createElement('canvas');
          Object.assign(canvas, { width: image.width, height: image.height });
          const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
          context.drawImage(image, 0, 0);
          const { data } = context.getImageData(0, 0, image.width, image.height);
          return new Set(new Uint32Array(data.buffer)).size;
        }, tag);
        assert.ok(colours > 10, `${colours} colours`);
      });
    }
    record(`engine ${name}`, { version: engine.version, done });
  });
}
