// The guides: Markdown in web/site/docs/, in the order in which they are listed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { project } from '../../../wasm/toolchain/places.mjs';
import { Plain } from '../../../wasm/toolchain/step.mjs';

const names = [
  ...['index', 'plain-html', 'iframe', 'markdown-blogs', 'react', 'vue', 'svelte'],
  'wordpress-ghost',
];

/** @returns {import('./docs.mjs').Page[]} */
export const guides = () => names.map(guide);

/** @param {string} name */
function guide(name) {
  const file = `web/site/docs/${name}.md`;
  const text = readFileSync(join(project, file), 'utf8').replace(/\{\{([\w/.-]+)\}\}/g, (_, path) =>
    readFileSync(join(project, path), 'utf8').trim(),
  );
  const [, title, summary, rest] = /^# (.+)\n\n(.+)\n\n([\s\S]*)$/.exec(text) ?? [];
  if (!title)
    throw new Plain(`${file} must begin with a title and a line that says what it is for`);
  const body = `<p class="lede">${marked.parseInline(summary)}</p>\n${marked.parse(rest)}`;
  return { name, title, group: name === 'index' ? '' : 'Guides', summary, body };
}
