// Widgets that come and go, again and again, leave nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widgets } from '../../web/build/widgets.mjs';
import { record } from '../robustness/figures.mjs';
import { open } from '../web/page.mjs';
import { counting, long, untilNothingIsLeft } from './instruments.mjs';

const times = long ? 1000 : 60;

for (const { tag } of widgets()) {
  test(`${tag}: ${times} of them, mounted, changed and removed, leave nothing: no memory, handle, listener, observer or frame`, async () => {
    const { page, problems, close } = await open('', { head: counting });
    const mount = () =>
      page.evaluate(
        async ({ tag, times }) => {
          for (let i = 0; i < times; i++) {
            const widget = /** @type {any} */ (document.createElement(tag));
            widget.group = 'g';
            document.body.append(widget);
            if (i % 4) await widget.ready; // else removed before it has started
            widget.x = i % 3;
            widget.seed = i;
            if (i % 4 === 1) widget.flush();
            if (i % 8 === 2) await new Promise(requestAnimationFrame);
            widget.remove();
          }
        },
        { tag, times },
      );
    const { left, ...figures } = await untilNothingIsLeft(page, mount);
    record(`mounts of ${tag}`, { times, ...figures });
    assert.deepEqual(left, []);
    assert.deepEqual(problems, []);
    await close();
  });
}
