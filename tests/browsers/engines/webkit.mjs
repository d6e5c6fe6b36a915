// WebKitGTK's MiniBrowser through its WebDriver. It has no windowless mode, hence a screen of its
// own in memory.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { miniBrowser, webKitDriver } from '../engines-setup.mjs';

/** @returns {Promise<import('./engine.js').Engine>} */
export async function launch() {
  const { Builder, Key } = await import('selenium-webdriver');
  const screen = await startScreen();
  const port = await freePort();
  const service = spawn(webKitDriver(), [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: screen.display,
      WEBKIT_DISABLE_COMPOSITING_MODE: '1', // there is no GPU
      GIO_USE_VFS: 'local',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
  });
  await untilAnswering(port);
  const driver = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
    })
    .build();
  await driver.manage().setTimeouts({ script: 180_000, pageLoad: 60_000 });
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1000, height: 900 });
  const version = (await driver.getCapabilities()).get('browserVersion');
  return {
    name: 'WebKit',
    version,
    // One window serves all tabs in turn: a test has no more than one open.
    async open() {
      return {
        goto: (url) => driver.get(url),
        async evaluate(run, argument) {
          const [error, result] = await driver.executeAsyncScript(
            `const done = arguments[1];
             Promise.resolve(arguments[0]).then(${run}).then(
               (result) => done([null, result === undefined ? null : result]),
               (error) => done([String(error && error.stack || error), null]));`,
            argument ?? null,
          );
          if (error !== null) throw new Error(error);
          return result;
        },
        async drag([start, ...rest]) {
          const actions = driver.actions({ async: true });
          actions.move(at(start)).press();
          for (const point of rest) actions.move(at(point));
          await actions.release().perform();
        },
        press: (key) => driver.actions().sendKeys(keyOf(key, Key)).perform(),
        screenshot: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
        close: () => driver.get('about:blank'),
      };
    },
    async close() {
      await driver.quit().catch(() => {});
      service.kill();
      screen.process.kill();
    },
  };
}

/** @param {[number, number]} point */
const at = ([x, y]) => ({ x: Math.round(x), y: Math.round(y), duration: 20, origin: 'viewport' });

/** @param {string} key @param {Record<string, string>} keys `ArrowLeft` is ARROW_LEFT there */
const keyOf = (key, keys) => keys[key.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()] ?? key;

async function startScreen() {
  const process_ = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1100x1000x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const [number] = await once(/** @type {any} */ (process_.stdio[3]), 'data');
  return { process: process_, display: `:${String(number).trim()}` };
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** @param {number} port */
async function untilAnswering(port) {
  for (let attempt = 0; ; attempt++) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return;
    } catch (error) {
      if (attempt === 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
