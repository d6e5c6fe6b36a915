import { h } from '../../shared/dom.js';
import { factsOf } from '../../shared/functions.js';
import { createChart } from './chart.js';
import { settingsOf } from './experiment.js';
import { createInside } from './inside.js';
import { dataSetIds } from './kinds.js';
import { createOwnPoints } from './own-points.js';
import { statusOf } from './report.js';
import { createSettings } from './settings.js';
import { createTransport } from './transport.js';

/**
 * What stands beside the pictures: buttons, words, settings, the chart, and what is folded.
 *
 * @param {import('./decision-boundary.js').DecisionBoundary} element
 * @param {ReturnType<typeof import('./stage.js').createStage>} stage
 * @param {import('./training.js').Training} training
 * @param {() => boolean} playing
 */
export function createPanel(element, stage, training, playing) {
  /** A new layer has the activation of the last one. @param {Record<string, any>} values */
  function choose(values) {
    const { activations } = settingsOf(element);
    const last = activations[activations.length - 1] ?? element.activation;
    if (values.layers && element.activations)
      values.activations ??= values.layers.map(
        (/** @type {number} */ _, /** @type {number} */ i) => activations[i] ?? last,
      );
    element.pick(byAttribute(values));
  }

  const transport = createTransport({
    toggle: () => (playing() ? element.pause() : element.play()),
    step: () => element.step(),
    restart: () => element.restart(),
    reseed: () => element.pick({ seed: (element.seed + 1) >>> 0 }),
    follow(values) {
      choose(values);
      element.play();
    },
  });
  const settings = createSettings({ ...element.core, datasets: dataSetIds(element) }, choose, {
    move: (values) => element.drag(byAttribute(values)),
    commit: () => element.settle(),
  });
  const chart = createChart(element);
  const inside = createInside(element, () => element.invalidate());
  const points = createOwnPoints(element, stage, training);
  /** What can be left out as a whole. @type {Record<string, HTMLElement>} */
  const parts = {
    chart: chart.node,
    inside: inside.node,
    paint: points.node,
    export: element.share.node,
  };
  const node = h(
    'div',
    { class: 'panel' },
    ...[transport.row, transport.words, settings.main, settings.more],
    ...Object.values(parts),
  );
  const wanted = (/** @type {string} */ name) => element.controls.includes(name);
  return {
    node,
    painter: points.painter,
    /** Kink lines and regions: whether they are asked for. */
    get drawn() {
      const { kinks, regions } = inside;
      return { kinks, regions };
    },

    /** The settings that hold, and the parts the author wants. */
    show() {
      settings.show(element, wanted, training.data.generated === 0);
      for (const [name, part] of Object.entries(parts)) part.hidden = !wanted(name);
      points.show();
    },

    /**
     * What training has changed.
     * @param {import('./picture.js').Look} look
     * @param {import('./experiment.js').Experiment} experiment
     * @param {import('./report.js').Net[]} nets
     */
    tell(look, experiment, nets) {
      const { data, diagnosis, series } = training;
      transport.show({ playing: playing(), status: statusOf(experiment), diagnosis, wanted });
      if (wanted('chart')) chart.draw(element.theme, series.entries, nets);
      if (!inside.node.hidden)
        inside.show(experiment.learners[0], look, data, (id) => factsOf(element.core, id));
    },
  };
}

/** What settings and advice call by property. @param {Record<string, unknown>} values */
const byAttribute = (values) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`),
      value,
    ]),
  );
