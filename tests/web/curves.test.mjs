// What the explorer draws, as numbers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCore } from '../../dist/core.js';
import {
  isBroken,
  largestDifference,
  sampleCurves,
} from '../../web/widgets/activation-explorer/curves.js';

const core = await loadCore();
const shown = core.activations.map((facts) => ({ facts, parameters: {} }));

for (const domain of [
  [-6, 6],
  [-20, 20],
  [-1000, 1000],
]) {
  test(`from ${domain.join(' to ')}, the difference of any two functions is that of the core at every sample`, () => {
    for (const f of shown) {
      for (const g of shown) {
        const [a, b] = sampleCurves(core, [f, g], domain, 300);
        const [fs, gs] = [f, g].map(({ facts }) => core.evaluate(facts.id, a.xs).value);
        const apart = Math.max(...fs.map((value, i) => Math.abs(value - gs[i])));
        assert.deepEqual(
          a.value.map((value, i) => value - b.value[i]),
          fs.map((value, i) => value - gs[i]),
          `${f.facts.id} − ${g.facts.id}`,
        );
        assert.equal(Math.fround(largestDifference(a, b).size), apart);
      }
    }
  });
}

test('a curve breaks at the kinks and jumps of its own function alone', () => {
  for (const f of shown) {
    for (const g of shown) {
      const [a] = sampleCurves(core, [f, g], [-6, 6], 300);
      const own = a.breaks.filter(({ value, slope }) => isBroken(value) || isBroken(slope));
      const { kinks, jumps } = f.facts;
      for (const { x } of own)
        assert.ok([...kinks, ...jumps].includes(x), `${f.facts.id} beside ${g.facts.id}, at ${x}`);
    }
  }
});
