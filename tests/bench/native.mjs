// Contestants in Python, behind the same calls as those in the page.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { python } from './python-setup.mjs';

export function startNative() {
  const script = fileURLToPath(new URL('native/serve.py', import.meta.url));
  const child = spawn(python(), [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => child.on('error', reject));
  failed.catch(() => {});

  return {
    /**
     * @param {string} contestant
     * @param {string} method
     * @param {object} argument
     */
    async call(contestant, method, argument) {
      child.stdin.write(`${JSON.stringify({ contestant, method, ...argument })}\n`);
      const { value, done } = await Promise.race([lines.next(), failed]);
      if (done) throw new Error(`${python()} ended`);
      const { result, error } = JSON.parse(value);
      if (error) throw new Error(error);
      return result;
    },
    close: () => child.stdin.end(),
  };
}
