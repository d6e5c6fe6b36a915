// The page of the headless API: every member of the core, and every type its members speak of.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Plain } from '../../../wasm/toolchain/step.mjs';
import { readDeclarations } from './declarations-reader.mjs';
import { entryList, inline } from './entry-list.mjs';
import { codeBlock } from './shell.mjs';

/** @typedef {import('./declarations-reader.mjs').Member} Member */
/** @typedef {import('./declarations-reader.mjs').Exported} Exported */

const EXAMPLE = `import { loadCore } from 'activation-widgets/core';

const core = await loadCore();
const { value, derivative } = core.evaluate('gelu', Float32Array.of(-1, 2));

const { points, labels } = core.dataset('moons', { samples: 500, noise: 0.1, seed: 1 });
const network = core.createNetwork({ layers: [2, 8, 8, 1], activation: 'tanh' });
network.train(points, labels, 300);
network.accuracy(points, labels);
network.dispose();`;

/** Types of the build itself, which nobody calls. */
const INNER = ['Raw', 'Settings', 'Core', 'CreateModule', 'ModuleName'];

/**
 * @param {string} folder of the declarations
 * @param {string[]} names what the core really has
 * @returns {import('./docs.mjs').Page}
 */
export function corePage(folder, names) {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.d.ts'))
    .flatMap((name) => readDeclarations(readFileSync(join(folder, name), 'utf8')));
  const capabilities = all.filter(
    ({ kind, signature }) => kind === 'function' && signature.includes('raw: Raw'),
  );
  const whole = all.filter(({ kind, name }) => kind === 'const' && name === 'core');
  // The core has the types of all, the comments are where each capability is.
  const known = new Map(
    [...whole, ...capabilities].flatMap(({ members }) => members.map((each) => [each.name, each])),
  );
  const members = names.map((name) => {
    const member = known.get(name);
    if (!member) throw new Plain(`web/core: core.${name} is described nowhere`);
    return member;
  });
  const load = /** @type {Exported} */ (all.find(({ name }) => name === 'loadCore'));
  const types = spokenOf([load, ...members], all);
  return {
    name: 'core',
    title: 'The core',
    group: 'Numbers',
    summary:
      'The numbers without the widgets: functions and their slopes, networks, gradients. In browsers, workers and Node.',
    body: [
      '<p class="lede">The numbers without the widgets: in browsers, in workers and in Node. Every value comes from C++ compiled to WebAssembly, the same bits on every machine. A wrong argument throws an error that names the rule and the value.</p>',
      codeBlock(EXAMPLE),
      '<h2>Start</h2>',
      member(load),
      '<h2>What the core has</h2>',
      ...members.map(member),
      '<h2>Types</h2>',
      ...types.map(type),
    ].join('\n'),
  };
}

/**
 * The types named in signatures, and those named in these, and so on.
 * @param {Member[]} members
 * @param {Exported[]} all
 */
function spokenOf(members, all) {
  const types = all.filter(
    ({ kind, name, signature }) =>
      /class|type/.test(kind) && !INNER.includes(name) && signature !== `type ${name} = ${name}`, // passed on from another file
  );
  /** @type {Exported[]} */
  const found = [];
  for (let i = -1, more = members; more.length > 0; more = found.slice(++i, i + 1)) {
    for (const { signature } of more) {
      for (const each of types) {
        if (!found.includes(each) && new RegExp(`\\b${each.name}\\b`).test(signature)) {
          found.push(each);
        }
      }
    }
  }
  return found;
}

/** @param {Member} described */
function member({ name, signature, comment }) {
  const tags = comment?.tags ?? [];
  const said = tags
    .filter(({ tag, description }) => tag === 'param' && description)
    .map(({ name, description }) => ({ name, description }));
  const returns = tags.find(({ tag, description }) => tag === 'returns' && description);
  return [
    `<h3 id="${name}">${name}</h3>`,
    comment?.description ? `<p>${inline(comment.description)}</p>` : '',
    codeBlock(signature),
    said.length > 0 ? entryList(said) : '',
    returns ? `<p>Returns ${inline(wordsOf(returns))}.</p>` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

/** @param {{ name: string, description: string }} tag its first word is taken for a name */
const wordsOf = ({ name, description }) => `${name} ${description}`.trim().replace(/\.$/, '');

/** @param {Exported} exported */
function type({ kind, name, signature, members, comment }) {
  if (kind === 'class') {
    return [`<h3 id="type-${name}">${name}</h3>`, ...members.map(method)].join('\n');
  }
  const body =
    members.length > 0
      ? entryList(
          members.map(({ name, signature, comment }) => ({
            name,
            type: signature.slice(signature.indexOf(':') + 1).trim(),
            description: comment?.description,
          })),
        )
      : codeBlock(signature);
  const said = comment?.description ? `<p>${inline(comment.description)}</p>\n` : '';
  return `<h3 id="type-${name}">${name}</h3>\n${said}${body}`;
}

/** @param {Member} described */
const method = (described) =>
  member(described)
    .replace(/<h3 id="[^"]*">/, '<h4>')
    .replace('</h3>', '</h4>');
