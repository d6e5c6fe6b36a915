// A static file server, for `npm start` and for the tests.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** @type {Record<string, string>} */
const mimeTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * @param {string | string[]} folders the first that has a file gives it
 * @param {{ port?: number, headers?: Record<string, string> }} [options] port 0 takes any free
 *   one; another port that is taken gives way to a free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} url ends with a slash
 */
export async function serve(folders, { port = 0, headers = {} } = {}) {
  const server = createServer((request, response) => {
    const refuse = () => response.writeHead(400, { 'content-type': 'text/plain' });
    answer(request, response).catch(() => refuse().end(`no address: ${request.url}`));
  });
  /** @type {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>} */
  async function answer(request, response) {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, '/index.html');
    for (const folder of [folders].flat()) {
      const content = await readFile(join(folder, path)).catch(() => undefined);
      if (content) {
        const type = mimeTypes[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers });
        response.end(content);
        return;
      }
    }
    response.writeHead(404, { 'content-type': 'text/plain' }).end(`not found: ${pathname}`);
  }
  await listen(server, port).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return listen(server, 0);
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<void>}
 */
const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      server.off('error', reject);
      resolve();
    });
  });
