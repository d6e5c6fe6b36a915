// The documentation is made from the code: it has everything the code has, and every link leads
// somewhere.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { widgets } from '../../web/build/widgets.mjs';
import { folder, openArticle } from './site.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const pages = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const docs = [...pages.keys()].filter((name) => name.startsWith('docs/'));
/** @param {string} name */
const text = (name) => /** @type {string} */ (pages.get(`docs/${name}.html`));
/** As a browser reads it. @param {string} html */
const plain = (html) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

test('an id stands once on its page', () => {
  for (const [name, html] of pages) {
    const ids = [...html.matchAll(/<[^>]*\sid="([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
      name,
    );
  }
});

test('no link of any page of the site is dead', () => {
  /** @type {string[]} */
  const dead = [];
  let links = 0;
  for (const [name, html] of pages) {
    const markup = html.replace(/<(script|style|pre)\b[\s\S]*?<\/\1>/g, (whole) =>
      whole.slice(0, whole.indexOf('>') + 1),
    );
    for (const [, url] of markup.matchAll(/\s(?:href|src|srcset)="([^"]*)"/g)) {
      if (url.startsWith('data:')) continue;
      links++;
      const [path, id] = url.split('#');
      const target = path ? normalize(join(dirname(name), path)) : name;
      const there = existsSync(join(folder, target));
      const place = !id || pages.get(target)?.includes(`id="${id}"`);
      if (!there || (!place && target !== 'embed.html')) dead.push(`${name}: ${url}`);
    }
  }
  assert.deepEqual(dead, []);
  assert.ok(links > 200, `${links} links`);
});

test('every page of the documentation can be reached from the article and leads back to it', () => {
  const seen = new Set(['index.html']);
  for (const name of seen) {
    for (const [, url] of (pages.get(name) ?? '').matchAll(/<a [^>]*href="([^"#]+)/g))
      seen.add(normalize(join(dirname(name), url)));
  }
  assert.deepEqual(
    docs.filter((name) => !seen.has(name)),
    [],
  );
  for (const name of docs)
    assert.match(String(pages.get(name)), /<a href="\.\.\/index\.html"/, name);
});

for (const { tag, className, file } of widgets()) {
  test(`the page of ${tag} has all its attributes, properties, events, parts and CSS properties`, async () => {
    const { [className]: Class } = await import(pathToFileURL(file).href);
    const page = plain(text(tag));
    for (const name of Class.observedAttributes) {
      assert.match(text(tag), new RegExp(`id="attribute-${name}"><dt><code>${name}</code>`), name);
    }
    for (const [name, kind] of Object.entries(Class.attributes)) {
      const entry = new RegExp(`id="attribute-${name}">.*`).exec(text(tag))?.[0] ?? '';
      const initial = [kind.initial].flat().join(' ');
      const wanted = initial && initial !== 'false' ? `Default: ${initial}` : 'Not set';
      assert.ok(plain(entry).includes(wanted), `${name}: ${wanted}`);
      assert.ok(plain(entry).includes('Allowed: '), name);
    }
    const source = readFileSync(file, 'utf8');
    const named = [...source.matchAll(/@(csspart|cssproperty|fires) (?:\{[^}]*\} )?\[?([\w-]+)/g)];
    assert.ok(named.length > 5);
    for (const [, , name] of named) assert.ok(page.includes(name), name);
    for (const name of [
      'ready',
      'reset()',
      'link()',
      'state',
      'toBlob()',
      '::part(share)',
      'input',
    ])
      assert.ok(page.includes(name), name);
    assert.doesNotMatch(page, /of undefined|\[object/);
  });

  test(`the page of ${tag} has every example alive, with its source as it stands`, () => {
    const example = readFileSync(`web/widgets/${tag}/example.html`, 'utf8');
    const elements = example.match(new RegExp(`<${tag}[\\s\\S]*?</${tag}>`, 'g')) ?? [];
    assert.ok(elements.length > 0);
    const sources = [...text(tag).matchAll(/<pre><code>([\s\S]*?)<\/code>/g)]
      .map(([, code]) => plain(code))
      .join('\n');
    for (const element of elements) {
      assert.ok(text(tag).includes(element), element);
      assert.ok(sources.includes(element), element);
    }
  });
}

test('the page of the core has every member of the core, and of networks, and their types', async () => {
  const { loadCore } = await import(pathToFileURL('dist/core.js').href);
  const core = await loadCore();
  for (const name of Object.keys(core)) assert.ok(text('core').includes(`<h3 id="${name}">`), name);
  const network = core.createNetwork({ layers: [2, 1] });
  for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(network)))
    if (name !== 'constructor') assert.ok(text('core').includes(`<h4>${name}</h4>`), name);
  network.dispose();
  for (const name of ['NetworkOptions', 'TrainingReport', 'Grid', 'LayerStatistics', 'Activation'])
    assert.ok(text('core').includes(`<h3 id="type-${name}">`), name);
  assert.doesNotMatch(plain(text('core')), /\[object|import\(/);
});

test('every entry of the package that the documentation names exists', () => {
  const named = new Set(
    docs.flatMap(
      (name) => plain(String(pages.get(name))).match(/(?<=')activation-widgets\/[^']+/g) ?? [],
    ),
  );
  assert.ok(named.size >= 3);
  for (const entry of named) {
    assert.ok(existsSync(new URL(import.meta.resolve(entry))), entry);
  }
});

test('the recipes are there', () => {
  const all = docs.map((name) => plain(String(pages.get(name)))).join('\n');
  for (const name of ['Plain HTML', 'Hugo', 'Jekyll', 'Eleventy', 'Astro', 'MDX', 'React', 'Vue'])
    assert.ok(all.includes(name), name);
  for (const name of ['Svelte', 'WordPress', 'Ghost', 'iframe'])
    assert.ok(all.includes(name), name);
  assert.ok(
    plain(text('iframe')).includes(readFileSync('web/site/fit-frames.js', 'utf8').trim()),
    'the script for the page around is the one that is tested',
  );
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`the documentation: axe finds nothing, and nothing is wider than 320 px, ${colorScheme}`, async () => {
    const { page, problems, close } = await openArticle({
      colorScheme,
      viewport: { width: 320, height: 700 },
    });
    const base = page.url();
    for (const name of docs) {
      await page.goto(`${base}${name}`);
      await page.evaluate(async () => {
        const all = [...document.querySelectorAll('.live > *')];
        await Promise.all(all.map((node) => /** @type {any} */ (node).ready));
      });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, name);
      await page.addScriptTag({ path: axe });
      const violations = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (globalThis).axe.run(document);
        return violations.map((/** @type {any} */ { id, nodes }) => [
          id,
          ...nodes.map(
            (/** @type {any} */ { html, any }) => `${html.slice(0, 120)} ${any[0]?.message}`,
          ),
        ]);
      });
      assert.deepEqual(violations, [], name);
    }
    assert.deepEqual(problems, []);
    await close();
  });
}

for (const width of [320, 1200]) {
  test(`${width} px wide, the name of a tag is one line, and all of its code is seen`, async () => {
    for (const { tag } of widgets()) {
      const { page, close } = await openArticle({
        url: pathToFileURL(join(folder, `docs/${tag}.html`)).href,
        registered: false,
        viewport: { width, height: 800 },
      });
      const found = await page.evaluate(() => {
        const title = /** @type {HTMLElement} */ (document.querySelector('h1'));
        const lines = title.offsetHeight / Number.parseFloat(getComputedStyle(title).lineHeight);
        const cut = [...document.querySelectorAll('pre')].filter(
          ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
        );
        return [Math.round(lines), cut.length];
      });
      assert.deepEqual(found, [1, 0], tag);
      await close();
    }
  });
}

test('the first page shows a picture of every widget that the article has one of', async () => {
  const url = pathToFileURL(join(folder, 'docs/index.html')).href;
  const { page, close } = await openArticle({ url, registered: false });
  const seen = await page.locator('.pages img').evaluateAll((nodes) =>
    Promise.all(
      nodes.map(async (/** @type {any} */ node) => {
        node.loading = 'eager';
        await node.decode();
        return node.closest('li').querySelector('a').textContent.slice(1, -1);
      }),
    ),
  );
  const without = widgets().filter(({ tag }) => !seen.includes(tag));
  assert.deepEqual(
    without.map(({ tag }) => tag),
    ['activation-table'],
  );
  await close();
});
