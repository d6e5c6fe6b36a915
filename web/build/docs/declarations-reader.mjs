// Reads the declarations tsc has written from the sources, which have one form: what is exported,
// what its members are, and what the comment before each says.
import { parse } from 'comment-parser';

/**
 * @typedef {object} Comment
 * @property {string} description
 * @property {{ tag: string, name: string, description: string }[]} tags
 *
 * @typedef {object} Member
 * @property {string} name
 * @property {string} signature with its name
 * @property {Comment | undefined} comment
 *
 * @typedef {Member & { kind: 'function' | 'class' | 'type' | 'const', members: Member[] }} Exported
 */

/**
 * @param {string} text of a `.d.ts` file
 * @returns {Exported[]}
 */
export const readDeclarations = (text) =>
  statements(text).flatMap(({ code, comment }) => {
    const found = /^(?:export )?(?:declare )?(function|class|type|const) (\w+)/.exec(code);
    if (!found) return [];
    const [, kind, name] = found;
    const signature = tidy(code.replace(/^(export )?(declare )?/, ''));
    return [
      { kind: /** @type {any} */ (kind), name, signature, comment, members: membersOf(code) },
    ];
  });

/** Those within the last braces of a declaration. @param {string} code @returns {Member[]} */
function membersOf(code) {
  return statements(bodyOf(code)).flatMap(({ code, comment }) => {
    const name = /^(?:get |set |readonly )?(\w+)/.exec(code)?.[1];
    const hidden = !name || name === 'constructor' || code.startsWith('set ');
    return hidden ? [] : [{ name, signature: tidy(code.replace(/^get (\w+)\(\)/, '$1')), comment }];
  });
}

/** The last pair of braces at depth 0. @param {string} code */
function bodyOf(code) {
  let depth = 0;
  let start = 0;
  let body = '';
  for (let i = 0; i < code.length; i++) {
    if (code[i] === '{' && depth++ === 0) start = i + 1;
    if (code[i] === '}' && --depth === 0) body = code.slice(start, i);
  }
  return body;
}

/**
 * Statements at depth 0, each with the comment before it.
 * @param {string} text
 */
function statements(text) {
  const found = [];
  let depth = 0;
  let code = '';
  /** @type {string | undefined} */
  let comment;
  for (const [token] of text.matchAll(/\/\*\*[\s\S]*?\*\/|[^/]|\//g)) {
    if (token.startsWith('/**') && token.length > 3) {
      if (depth > 0) code += token;
      else if (!code.trim()) comment = token;
      continue;
    }
    code += token;
    if (/[{([]/.test(token)) depth++;
    if (/[})\]]/.test(token)) depth--;
    const ends = token === ';' || (token === '}' && /^\s*export declare class/.test(code));
    if (depth === 0 && ends) {
      found.push({ code: code.trim(), comment: comment ? parse(comment)[0] : undefined });
      [code, comment] = ['', undefined];
    }
  }
  return found;
}

/** @param {string} signature as it is read: no comments, no paths of modules, small indents */
const tidy = (signature) =>
  signature
    .replace(/\/\*\*[\s\S]*?\*\/\s*/g, '')
    .replace(/import\(['"][^'"]+['"]\)\./g, '')
    .replace(/;$/, '')
    .replace(/\n {4}( *)/g, (_, rest) => `\n${' '.repeat(rest.length / 2)}`)
    .trim();
