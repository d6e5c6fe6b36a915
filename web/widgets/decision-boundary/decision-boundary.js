import { activations } from '../../core/activations.js';
import { checkFloats } from '../../core/checks.js';
import { contour } from '../../core/contour.js';
import { csv } from '../../core/csv.js';
import { datasets } from '../../core/dataset.js';
import { networks } from '../../core/network.js';
import { widest } from '../../core/widest.js';
import { h, setColours } from '../../shared/dom.js';
import { hearGroup } from '../../shared/group.js';
import { settingsOf } from './experiment.js';
import { compose, csvOf } from './export.js';
import { OF_DATA, OF_START, OF_TUNING } from './kinds.js';
import { createPanel } from './panel.js';
import { BoundaryProperties } from './properties.js';
import { pytorchCode } from './pytorch.js';
import { createRamp } from './ramp.js';
import { netsOf, sentencesOf } from './report.js';
import { createRun } from './run.js';
import { createStage } from './stage.js';
import { style } from './style.js';
import { createTraining, KEPT, keptIn } from './training.js';
import { count, percent } from './words.js';

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
 * @cssproperty [--aw-max-width=46em] - how wide the widget grows
 * @cssproperty --aw-accent - colour of what can be moved and of the controls
 * @cssproperty --aw-picture-size - how wide a picture grows, 24em beside the controls and 26em above them
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
  #autoplayed = false;
  /** @type {import('./picture.js').Look} */
  #look = /** @type {any} */ (undefined);

  #layout = h('div', { class: 'layout' });
  #stage = createStage(this, () => this.#training?.experiment?.learners ?? []);
  #run = createRun(this, this.#stage, {
    training: () => this.#training,
    look: () => this.#look,
    tell: () => this.#tell(),
    summary: () => [this.#training.diagnosis.sentence, ...this.#sentences()].join(' '),
  });
  #panel = /** @type {ReturnType<typeof createPanel>} */ (/** @type {unknown} */ (undefined));

  build() {
    this.#training = createTraining(this.core);
    this.#panel = createPanel(this, this.#stage, this.#training, () => this.#run.playing);
    this.#stage.open(this.#panel.painter);
    this.whileConnected((signal) => signal.addEventListener('abort', () => this.#leave()));
    const text = (/** @type {string} */ text) => new Blob([text], { type: 'text/plain' });
    this.share.offer('Save PyTorch code', `${this.localName}.py`, () => text(this.pytorch()));
    this.share.offer('Save points', 'points.csv', () => text(csvOf(this.#training.data)));
    this.#layout.append(this.#stage.node, this.#panel.node);
    count(0); // the first takes long: here, as the first update is the longest task
    return [this.#layout];
  }

  /** @param {Set<string>} changed */
  update(changed) {
    const training = this.#training;
    const any = (/** @type {string[]} */ names) => names.some((name) => changed.has(name));
    const kept = this.#kept;
    const other = !kept && any(OF_DATA) && training.generate(this, changed.has('dataset'));
    if (kept) {
      this.#run.halt();
      const left = training.resume(kept, settingsOf(this), this);
      this.#kept = undefined;
      this.#stage.outdate();
      if (left) this.#run.replay(left);
    } else if (other || any(OF_START) || !training.experiment) {
      if (!this.#run.playing) this.#run.halt(); // a replay is of what was there before
      training.restart(settingsOf(this));
      this.#stage.outdate();
    } else if (any(OF_TUNING)) {
      training.tune(settingsOf(this));
      this.#stage.outdate();
    }
    training.settle();
    this.#look = { theme: this.theme, ramp: createRamp(this.theme), ...this.#panel.drawn };
    this.#show();
    if (this.autoplay && !this.#autoplayed && this.visible && !this.theme.still) this.play();
    this.#autoplayed ||= this.visible;
  }

  // What a reader can do.

  /** Starts training, or goes on. */
  play() {
    this.#attend();
    this.#run.play();
  }

  /** Stops training; `play` goes on. */
  pause() {
    this.#run.pause();
  }

  /** Makes one update. */
  step() {
    this.#attend();
    this.#run.step();
  }

  /** Back to the first weights of the same seed, with the settings and points that hold. */
  restart() {
    this.#run.restart();
  }

  reset() {
    this.#run.halt();
    this.#kept = this.#keptAtStart();
    super.reset();
  }

  connectedCallback() {
    if (!this.#training) this.#kept ??= this.#keptAtStart();
    super.connectedCallback();
    // The group's activation is for all layers, as the menu's is.
    hearGroup(this, /** @type {AbortSignal} */ (this.connection), ({ group, values }) => {
      if (group === this.group && values.activation) this.values.hear({ activations: '' });
    });
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
    checkFloats('probabilities: points', points);
    this.#attend();
    const { experiment, disposed } = this.#training;
    return (!disposed && experiment?.learners[0].network.predict(points)) || new Float32Array(0);
  }

  /** The first network as PyTorch code with its weights. @returns {string} */
  pytorch() {
    this.#attend();
    const { experiment, disposed } = this.#training;
    return experiment && !disposed ? pytorchCode(experiment.learners[0], experiment) : '';
  }

  /** What `toBlob` saves. */
  get picture() {
    const pictures = this.#stage.shown().map(([picture]) => picture);
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
      boundary: this.#stage.shape(0),
      playing: this.#run.playing,
      ...(twin && { compareAccuracy: twin.accuracy, compareBoundary: this.#stage.shape(1) }),
    };
  }

  /** @param {boolean} visible */
  visibilityChanged(visible) {
    this.#run.visibilityChanged(visible);
  }

  /** What a script has set counts now; a training to be taken up has its own time. */
  #attend() {
    if (!this.#kept) this.upToDate();
  }

  #keptAtStart() {
    return keptIn((name) => this.getAttribute(name));
  }

  /** @returns {import('./training.js').Kept} */
  #keep() {
    this.#attend();
    return this.#kept ?? this.#training?.keep() ?? {};
  }

  /** Removed: networks are freed, and trained again should the element come back. */
  #leave() {
    const { left } = this.#run;
    this.#run.halt();
    this.#kept ??= this.#training.keep(left);
    this.#training.dispose();
  }

  // What is seen.

  /** Brings everything up to date at once, coarsely; then refines. */
  #show() {
    const { experiment, data } = this.#training;
    if (!experiment) return;
    const { theme } = this;
    setColours(this.#layout, {
      'class-0': theme.curve('class-0'),
      'class-1': theme.curve('class-1'),
      ink: theme.text,
      paper: theme.background,
    });
    this.#panel.show();
    this.#stage.show(this.#look, data);
    this.#tell();
    this.#run.shown();
  }

  /** Captions and words, the chart, and what the neurons see. */
  #tell() {
    const { experiment } = this.#training;
    if (!experiment) return;
    const nets = netsOf(this.#training);
    const sentences = this.#sentences();
    this.#stage.shown().forEach(([picture, { accuracy }], i) => {
      picture.caption({
        name: nets[i].name,
        colour: this.theme.ink(nets[i].id),
        score: percent(accuracy),
        spoken: sentences[i],
      });
    });
    this.#panel.tell(this.#look, experiment, nets);
  }

  /** Of each network, what has become of it. */
  #sentences() {
    return sentencesOf(this.#training, this.dataSet, this.#stage.shown());
  }
}
