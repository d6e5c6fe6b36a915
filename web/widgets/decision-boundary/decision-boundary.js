import { activations } from '../../core/activations.js';
import { contour } from '../../core/contour.js';
import { csv } from '../../core/csv.js';
import { datasets } from '../../core/dataset.js';
import { networks } from '../../core/network.js';
import { widest } from '../../core/widest.js';
import { h, setColours } from '../../shared/dom.js';
import { reading } from '../../shared/format.js';
import { factsOf } from '../../shared/functions.js';
import { createChart } from './chart.js';
import { without, withPoints } from './data.js';
import { compose, csvOf } from './export.js';
import { createImport } from './import.js';
import { createInside } from './inside.js';
import { dataSetIds, OF_DATA, OF_START, OF_TUNING } from './kinds.js';
import { createPace } from './pace.js';
import { createPainter } from './paint.js';
import { createPicture } from './picture.js';
import { BoundaryProperties } from './properties.js';
import { pytorchCode } from './pytorch.js';
import { createRamp } from './ramp.js';
import { createSettings } from './settings.js';
import { style } from './style.js';
import { createTraining } from './training.js';
import { createTransport } from './transport.js';
import { AT_REST, BUDGET, enter, leave } from './turns.js';
import { counted, lossText, named, percent } from './words.js';

/** Milliseconds between two times that words and chart are brought up to date while training. */
const READABLE = 100;

/** Properties that are settings of an experiment as they are. */
const PLAIN = [
  ...['compare', 'init', 'seed', 'residual', 'loss'],
  ...['optimizer', 'learningRate', 'batchSize', 'l1', 'l2'],
];

/** What a link, a state or a copied tag may hold beside the settings. */
const KEPT = ['points', 'erased', 'updates', 'before', 'weights'];

/** @param {(name: string) => unknown} value @returns {import('./training.js').Kept} */
const keptIn = (value) =>
  Object.fromEntries(
    KEPT.flatMap((name) => {
      const text = value(name);
      return typeof text === 'string' ? [[name, text]] : [];
    }),
  );

/**
 * What `input` and `change` tell.
 * @typedef {object} DecisionBoundaryDetail
 * @property {number} updates
 * @property {number} loss
 * @property {number} accuracy
 * @property {number | undefined} testAccuracy where points are kept back from training
 * @property {string} boundary its shape, in words
 * @property {boolean} playing
 * @property {number} [compareAccuracy] of the second network, where there is one
 * @property {string} [compareBoundary]
 */

/**
 * A small network learns to tell two classes of points apart, and one watches the line between
 * them bend. A tag copied from a trained widget also has `updates`, and where they are needed
 * `points`, `erased`, `before` and `weights`: they are read when the widget starts, and again by
 * `reset()`.
 *
 * @tag decision-boundary
 * @slot - shown until the widget is ready, and where it cannot start
 * @fires {CustomEvent<DecisionBoundaryDetail>} input - while training goes on or a control moves; `detail` has updates, loss, accuracy,
 *   boundary, playing, and the twin's accuracy and boundary
 * @fires {CustomEvent<DecisionBoundaryDetail>} change - when a setting or the points have changed, or training has stopped; the same `detail`
 * @csspart root - everything but the fallback
 * @csspart figure - one picture with its caption
 * @csspart picture - the frame of a picture
 * @csspart play - the button that plays and pauses
 * @csspart status - updates and loss
 * @csspart diagnosis - what has become of the training
 * @csspart chart - loss and accuracy over time
 * @csspart menu - a menu
 * @csspart slider - a slider
 * @csspart reading - the values of the chart at an update
 * @csspart paint - the tools that paint points
 * @csspart more - the settings that are folded
 * @csspart inside - what the neurons see, folded
 * @csspart error - the sentence that says what is wrong
 * @cssproperty [--aw-max-width=46rem] - how wide the widget grows
 * @cssproperty --aw-accent - colour of what can be moved and of the controls
 * @cssproperty [--aw-picture-size=24rem] - how wide a picture without a twin grows
 * @cssproperty --aw-class-0 - colour of class 0, orange
 * @cssproperty --aw-class-1 - colour of class 1, blue
 */
export class DecisionBoundary extends BoundaryProperties {
  static capabilities = [activations, datasets, networks, contour, csv, widest];
  static kept = KEPT;
  static style = style;

  /** @type {import('./training.js').Training} */
  #training = /** @type {any} */ (undefined);
  /** @type {import('./training.js').Kept | undefined} */
  #kept;
  #pace = createPace({
    train: (most) => this.#train(most),
    busy: () => this.#shown().some(([picture]) => picture.begun),
    after: (deadline) => this.#frame(deadline),
  });
  #playing = false;
  /** An end the reader has been told of, and went on. @type {string | undefined} */
  #told;
  #readable = 0;
  #autoplayed = false;
  /** @type {import('./picture.js').Look} */
  #look = /** @type {any} */ (undefined);

  #overlays = [0, 1].map(() => h('span'));
  #pictures = this.#overlays.map((overlay) => createPicture(this, overlay));
  #layout = h('div', { class: 'layout' });
  #stage = h('div', { class: 'stage' }, ...this.#pictures.map(({ node }) => node));
  #transport = createTransport({
    toggle: () => (this.#playing ? this.pause() : this.play()),
    step: () => this.step(),
    restart: () => this.restart(),
    reseed: () => this.#choose({ seed: (this.seed + 1) >>> 0 }),
    follow: (values) => {
      this.#choose(values);
      this.play();
    },
  });
  #chart = createChart(this);
  #painter = createPainter({
    begin: () => this.#training.history.keep(this.#training.data),
    put: (x, y, label) => this.#edit(withPoints(this.#training.data, [x, y], [label])),
    erase: (x, y, radius) => this.#edit(without(this.#training.data, x, y, radius)),
    end: () => this.emit('change'),
    undo: () => {
      const before = this.#training.history.undo();
      if (before) this.#edit(before);
      this.emit('change');
    },
    clear: () => {
      const { history, data } = this.#training;
      history.keep(data);
      this.#edit({ points: new Float32Array(0), labels: new Uint8Array(0), generated: 0 });
      this.emit('change');
    },
    moved: () => this.invalidate(),
    hover: (frame, at) => this.#hover(frame, at),
    speak: (frame, at) => this.#valueAt(frame, at),
  });
  #import = createImport(
    this,
    (bytes, breathe) => this.core.readCsv(bytes, breathe),
    (points, labels) => {
      const { history, data } = this.#training;
      history.keep(data);
      this.#edit({ points, labels, generated: 0 });
      this.emit('change');
    },
  );
  #inside = createInside(this, () => this.invalidate());
  /** @type {ReturnType<typeof createSettings>} */
  #settings = /** @type {any} */ (undefined);

  build() {
    this.#training = createTraining(this.core);
    this.#settings = createSettings(
      { ...this.core, datasets: dataSetIds(this) },
      (values) => this.#choose(values),
      { move: (values) => this.#choose(values, 'input'), commit: () => this.emit('change') },
    );
    this.#pictures.forEach(({ frame }, i) => {
      this.#painter.addKeyboard(this.#overlays[i], () => frame);
      this.#painter.addPointer(frame);
    });
    this.whileConnected((signal) => signal.addEventListener('abort', () => this.#leave()));
    const paint = h(
      'details',
      { part: 'paint', toggle: () => this.#painter.choose(paint.open ? '1' : 'look') },
      h('summary', {}, 'Draw your own points'),
      this.#painter.node,
      this.#import.node,
    );
    const text = (/** @type {string} */ text) => new Blob([text], { type: 'text/plain' });
    this.share.offer('Save PyTorch code', `${this.localName}.py`, () => text(this.pytorch()));
    this.share.offer('Save points', 'points.csv', () => text(csvOf(this.#training.data)));
    this.#parts = {
      paint,
      inside: this.#inside.node,
      chart: this.#chart.node,
      export: this.share.node,
    };
    this.#layout.append(
      this.#stage,
      h(
        'div',
        { class: 'panel' },
        this.#transport.row,
        this.#transport.words,
        this.#settings.main,
        this.#settings.more,
        this.#chart.node,
        this.#inside.node,
        paint,
        this.share.node,
      ),
    );
    return [this.#layout];
  }
  /** @type {Record<string, HTMLElement>} */
  #parts = {};

  /** @param {Set<string>} changed */
  update(changed) {
    const training = this.#training;
    const any = (/** @type {string[]} */ names) => names.some((name) => changed.has(name));
    if (this.#kept || any(OF_DATA)) training.generate(this);
    if (this.#kept) {
      const left = training.resume(this.#kept, this.#given());
      this.#kept = undefined;
      this.#outdate();
      if (left) this.#pace.start({ updates: left, fast: true });
    } else if (any(OF_START) || !training.experiment) {
      training.restart(this.#given());
      this.#outdate();
    } else if (any(OF_TUNING)) {
      training.tune(this.#given());
      this.#outdate();
    }
    training.settle();
    const { kinks, regions } = this.#inside;
    this.#look = { theme: this.theme, ramp: createRamp(this.theme), kinks, regions };
    this.#show();
    if (this.autoplay && !this.#autoplayed && this.visible && !this.theme.still) this.play();
    this.#autoplayed ||= this.visible;
  }

  /** @returns {import('./experiment.js').Settings} */
  #given() {
    const { layers, activation, activations: each } = this;
    const plain = /** @type {any} */ (
      Object.fromEntries(PLAIN.map((name) => [name, Reflect.get(this, name)]))
    );
    return { ...plain, layers, activations: layers.map((_, i) => each?.[i] ?? activation) };
  }

  // What a reader can do.

  /** Starts training, or goes on. */
  play() {
    if (!this.#training?.experiment || this.#training.disposed) return;
    if (this.#training.diagnosis.end === 'diverged') this.restart();
    this.#told = this.#training.diagnosis.end;
    this.#playing = true;
    this.#pace.start({ afresh: true, fast: this.theme.still });
    this.#rest(false);
    this.invalidate();
  }

  /** Stops training; `play` goes on. */
  pause() {
    if (!this.#training?.experiment || this.#training.disposed) return;
    this.#playing = false;
    this.#pace.stop();
    this.#training.measure(true);
    this.invalidate();
    this.emit('change');
  }

  /** Makes one update. */
  step() {
    if (!this.#training?.experiment || this.#training.disposed) return;
    this.#playing = false;
    this.#pace.stop();
    this.#training.experiment.train(1);
    this.#training.measure(true);
    this.#outdate();
    this.invalidate();
    this.announce(this.#summary());
    this.emit('change');
  }

  /** Back to the first weights of the same seed, with the settings and points that hold. */
  restart() {
    if (!this.#training?.experiment || this.#training.disposed) return;
    this.#playing = false;
    this.#pace.stop();
    this.#training.restart(this.#given());
    this.#outdate();
    this.invalidate();
    this.emit('change');
  }

  reset() {
    this.#halt();
    this.#kept = this.#keptAtStart();
    super.reset();
  }

  connectedCallback() {
    if (!this.#training) this.#kept ??= this.#keptAtStart();
    super.connectedCallback();
  }

  /**
   * Everything a reader can change, points and weights included.
   * @returns {Record<string, any>}
   */
  get state() {
    return {
      ...super.state,
      dataset: this.dataSet,
      ...this.#keep(),
    };
  }
  set state(values) {
    super.state = values;
    this.#kept = keptIn((name) => values?.[name]);
    this.invalidate();
  }

  given() {
    return { ...super.given(), .../** @type {Record<string, string>} */ (this.#keep()) };
  }

  get leftOut() {
    return this.#training?.whole === false
      ? 'Your points are left out, as they are too many: save them.'
      : '';
  }

  /**
   * What the first network says of points x0 y0 x1 y1 …: P(class 1), or the raw output with mse.
   * @param {Float32Array} points
   * @returns {Float32Array}
   */
  probabilities(points) {
    const { experiment, disposed } = this.#training;
    return (!disposed && experiment?.learners[0].network.predict(points)) || new Float32Array(0);
  }

  /** The first network as PyTorch code with its weights. @returns {string} */
  pytorch() {
    const { experiment, disposed } = this.#training;
    return experiment && !disposed
      ? pytorchCode(experiment.learners[0], experiment.settings, experiment.total)
      : '';
  }

  /** What `toBlob` saves. */
  get picture() {
    const pictures = this.#shown().map(([picture]) => picture);
    return compose(pictures.reverse(), this.theme);
  }

  /** @returns {DecisionBoundaryDetail} */
  detail() {
    const { experiment } = this.#training ?? {};
    const [first, twin] = experiment?.learners ?? [];
    return {
      updates: experiment?.total ?? 0,
      loss: first?.loss,
      accuracy: first?.accuracy,
      testAccuracy: first?.testAccuracy,
      boundary: this.#pictures[0].shape,
      playing: this.#playing,
      ...(twin && { compareAccuracy: twin.accuracy, compareBoundary: this.#pictures[1].shape }),
    };
  }

  /** @param {boolean} visible */
  visibilityChanged(visible) {
    if (!visible) {
      this.#pace.stop();
      this.#rest(false);
    } else if (this.#playing) this.#pace.start();
    else this.invalidate();
  }

  #keptAtStart() {
    return keptIn((name) => this.getAttribute(name));
  }

  /** @returns {import('./training.js').Kept} */
  #keep() {
    return this.#kept ?? this.#training?.keep() ?? {};
  }

  /** Removed: networks are freed, and trained again should the element come back. */
  #leave() {
    this.#halt();
    this.#kept ??= this.#training.keep();
    this.#training.dispose();
  }

  #halt() {
    this.#playing = false;
    this.#pace.stop();
    this.#rest(false);
  }

  /** @param {Record<string, unknown>} values by property @param {'input' | 'change'} [type] */
  #choose(values, type = 'change') {
    const entries = Object.entries(values).map(([name, value]) => [
      name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`),
      value,
    ]);
    this.choose(Object.fromEntries(entries));
    this.emit(type);
  }

  /** @param {import('./data.js').Data} data */
  #edit(data) {
    this.#training.edit(data);
    this.#outdate();
    this.invalidate();
  }

  // What is seen.

  #outdate() {
    for (const picture of this.#pictures) picture.outdate();
  }

  /** Brings everything up to date at once, coarsely; then refines. */
  #show() {
    const { experiment, data } = this.#training;
    if (!experiment) return;
    const controls = this.controls;
    const wanted = (/** @type {string} */ name) => controls.includes(name);
    const { theme } = this;
    setColours(this.#layout, {
      'class-0': theme.curve('class-0'),
      'class-1': theme.curve('class-1'),
      ink: theme.text,
      paper: theme.background,
    });
    const twin = experiment.learners.length > 1;
    this.#stage.classList.toggle('twin', twin);
    this.#pictures[1].node.hidden = !twin;
    this.#settings.show(this, wanted);
    for (const [name, node] of Object.entries(this.#parts)) node.hidden = !wanted(name);
    this.#painter.show({ points: data.labels.length, undoable: !this.#training.history.empty });
    this.#shown().forEach(([picture, learner], i) => {
      const look = { ...this.#look, cursor: this.#painter.cursorIn(this.#overlays[i]) };
      picture.frame.classList.toggle('painting', this.#painter.tool !== 'look');
      if (picture.drawPoints(look, data)) {
        if (picture.sharp) picture.redraw(look, learner);
        else picture.glance(look, learner, performance.now() + BUDGET);
      }
    });
    this.#tell();
    this.#showInside();
    if (!this.#pace.running) this.#rest(true);
  }

  /** The pictures in use, with their networks. @returns {[import('./picture.js').Picture, import('./experiment.js').Learner][]} */
  #shown() {
    const learners = this.#training.experiment?.learners ?? [];
    return learners.map((learner, i) => [this.#pictures[i], learner]);
  }

  /** @param {number} most updates @returns {number} updates made, 0 at the end */
  #train(most) {
    const { made, end } = this.#training.train(most);
    const replayed = this.#pace.left - made < 1;
    if (replayed || (this.#playing && end && end !== this.#told) || made === 0) {
      this.#finish();
      return 0;
    }
    return made;
  }

  /** One frame of training. @param {number} deadline */
  #frame(deadline) {
    try {
      const { experiment } = this.#training;
      if (!experiment) return;
      if (!this.#shown().some(([picture]) => picture.begun)) this.#training.measure();
      for (const [picture, learner] of this.#shown()) {
        picture.glance(this.#look, learner, deadline);
      }
      const now = performance.now();
      if (now - this.#readable > READABLE) {
        this.#readable = now;
        this.#training.measure(true);
        this.#tell();
        this.#showInside();
        this.emit('input');
      }
    } catch (error) {
      this.#halt();
      this.fail(error, 'This interactive figure stopped because of an error.');
    }
  }

  #finish() {
    this.#halt();
    this.#training.measure(true);
    this.#outdate();
    this.invalidate();
    this.announce(this.#summary());
    this.emit('change');
  }

  /** Words and chart. */
  #tell() {
    const { experiment, nameOf, diagnosis, series } = this.#training;
    if (!experiment) return;
    const nets = experiment.learners.map(({ activations: ids }) => ({
      id: ids[0] ?? 'identity',
      name: ids.length ? [...new Set(ids)].map(nameOf).join(', ') : 'No hidden layer',
    }));
    this.#shown().forEach(([picture, { accuracy }], i) => {
      picture.caption({
        name: nets[i].name,
        colour: this.theme.ink(nets[i].id),
        score: percent(accuracy),
        spoken: this.#describe(i, nets[i].name),
      });
    });
    const { loss } = experiment.learners[0];
    const which = this.loss === 'mse' ? 'squared error' : 'cross-entropy';
    const output = this.loss === 'mse' ? 'raw output' : 'logistic output';
    this.#transport.show({
      playing: this.#playing,
      status: `${counted(experiment.total, 'update')}, ${which} ${lossText(loss)} on one ${output}`,
      diagnosis,
      wanted: (name) => this.controls.includes(name),
    });
    if (this.controls.includes('chart')) this.#chart.draw(this.theme, series.entries, nets);
  }

  #showInside() {
    const { experiment, data } = this.#training;
    if (!experiment || this.#inside.node.hidden) return;
    this.#inside.show(experiment.learners[0], this.#look, data, (id) => factsOf(this.core, id));
  }

  /** @param {number} i @param {string} name */
  #describe(i, name) {
    const { experiment, data } = this.#training;
    const { accuracy } = /** @type {any} */ (experiment).learners[i];
    const { shape } = this.#pictures[i];
    return `${name}: ${percent(accuracy)} of ${counted(data.labels.length, 'point')} (${named(this.dataSet)}) on the right side; the boundary is ${shape || 'not drawn yet'}.`;
  }

  #summary() {
    const { experiment, diagnosis, nameOf } = this.#training;
    const each =
      experiment?.learners.map(({ activations: ids }, i) => this.#describe(i, nameOf(ids[0]))) ??
      [];
    return [diagnosis.sentence, ...each].join(' ');
  }

  /** What the network says under the pointer. @param {Element} frame @param {number[] | undefined} at */
  #hover(frame, at) {
    const picture = this.#pictures.find((each) => each.frame === frame);
    picture?.hover(at ? this.#valueAt(frame, at) : '');
  }

  /** @param {Element} frame @param {number[]} at */
  #valueAt(frame, at) {
    const i = this.#pictures.findIndex((picture) => picture.frame === frame);
    const learner = this.#training.experiment?.learners[i];
    if (!learner) return '';
    const [p] = learner.network.predict(new Float32Array(at));
    return `P(blue) = ${reading(p)}`;
  }

  /** Refines the pictures while nothing else goes on. @param {boolean} go */
  #rest(go) {
    if (go) enter(this.#refine, AT_REST);
    else leave(this.#refine);
  }

  /** @type {import('./turns.js').Turn} */
  #refine = (_, deadline) => {
    const shown = this.#shown();
    if (shown.every(([picture, learner]) => picture.refine(this.#look, learner, deadline)))
      leave(this.#refine);
  };
}
