// The figures as a page of Markdown.

const count = (/** @type {number} */ n) => n.toLocaleString('en');

/** Change of a figure over the last round, in percent. @param {any} run @param {string} name */
const change = ({ before, after }, name) =>
  `${((100 * (after[name] - before[name])) / before[name]).toFixed(2)} %`;

/** @param {any} run @returns {string} the columns of what a run has left */
const left = (run) =>
  [
    `${count(run.after.heap)} (${change(run, 'heap')})`,
    count(run.first.bytes - run.after.bytes),
    run.first.handles - run.after.handles,
    run.after.frames - run.first.frames,
    run.after.observers - run.first.observers,
    run.after.jsEventListeners - run.first.jsEventListeners,
  ].join(' | ');

/** @param {string[]} head @param {string[]} rows */
const markdown = (head, rows) =>
  [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows].join('\n');

/** @param {Record<string, any>} figures @returns {string} */
export function table(figures) {
  const of = (/** @type {string} */ start) =>
    Object.entries(figures)
      .filter(([name]) => name.startsWith(`${start} `))
      .map(([name, run]) => /** @type {[string, any]} */ ([name.slice(start.length + 1), run]));

  const engines = of('engine').map(([name, { version, done }]) => {
    const golden = figures[`golden ${name}`];
    return `| ${name} ${version} | ${done} | ${golden ? `${count(golden.updates)} in ${golden.configurations} networks` : 'not run'} |`;
  });
  const fuzzed = of('fuzz').flatMap(([, calls]) =>
    Object.entries(calls).map(([entry, n]) => `| ${entry} | ${count(Number(n))} |`),
  );
  const runs = [
    ...of('mounts').map(([of, run]) => [
      `${count(run.times)} mounts ${of}, ${run.rounds} times`,
      run,
    ]),
    ...of('drags').map(([of, run]) => [
      `${count(run.drags)} drags ${of}, ${run.rounds} times`,
      run,
    ]),
    ...(figures.training ? [[`${count(figures.training.updates)} updates`, figures.training]] : []),
  ].map(([what, run]) => `| ${what} | ${left(run)} |`);
  const hostile = of('hostile').map(([what, { cases }]) => `| ${what} | ${count(cases)} |`);
  const load = figures['fifty widgets'];

  return `# Robustness, in figures

Made by \`npm run robustness\` and \`npm run fuzz\` from what the tests counted last; every figure
comes from a run without a failure.

## Engines

${markdown(['engine', 'parts of the widgets’ contract that hold', 'updates that end in the golden bits'], engines)}

## Fuzzing

Calls of each entry of the boundary, natively with AddressSanitizer and UndefinedBehaviorSanitizer,
without a finding.

${markdown(['entry', 'calls'], fuzzed.sort())}

## Hostile input

Values put into attributes, properties, states and links of a widget, or calls of the headless API.

${markdown(['of', 'cases'], hostile)}

## Long runs

What a round leaves: the heap of JavaScript in bytes, and how the last round changed it; bytes of
WebAssembly memory, handles, frame callbacks, observers and listeners more than at the start.

${markdown(['run', 'JS heap', 'wasm', 'handles', 'frames', 'observers', 'listeners'], runs)}

## Load

${load ? `Fifty widgets started at once: ${count(load.tasks)} tasks of the main thread, the longest ${load.longest.toFixed(1)} ms of its own time.` : 'Not run.'}
`;
}
