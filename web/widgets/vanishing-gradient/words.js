import { reading, short } from '../../shared/format.js';

/** Names of initialisers. */
export const initNames = /** @type {Record<string, string>} */ ({
  he_normal: 'He',
  he_uniform: 'He, uniform',
  xavier_normal: 'Xavier',
  xavier_uniform: 'Xavier, uniform',
  lecun_normal: 'LeCun',
  uniform: 'PyTorch’s uniform',
  zeros: 'Zero',
});

/** A share of the gradient as text. @param {number} share */
export const shareText = (share) =>
  share === 0
    ? '0'
    : measured(
        share >= 100 ? Number(share.toPrecision(2)) : share,
        share >= 100 ? short : undefined,
      );

/** What has not been measured yet is no number. @type {typeof reading} */
export const measured = (value, ...how) => (Number.isNaN(value) ? '…' : reading(value, ...how));

/** @typedef {{ name: string, share: number }} Kept how much of the gradient layer 1 gets */

/**
 * What happens to the gradient on its way down, of the function that keeps it worst and the one
 * that keeps it best; or of the one that was picked.
 *
 * @param {Kept[]} kept
 * @param {object} network
 * @param {number} network.depth
 * @param {string} network.init
 * @param {boolean} network.residual
 * @param {string | undefined} picked name
 */
export function diagnose(kept, { depth, init, residual }, picked) {
  if (depth === 1) return 'A single layer: the gradient has no way to go.';
  if (init === 'zeros' && !residual)
    return 'All weights are 0: nothing gets through to the layers below, whatever the activation.';
  const ranked = [...kept].sort((a, b) => distance(a.share) - distance(b.share));
  const [best] = ranked;
  const worst = kept.find(({ name }) => name === picked) ?? ranked[ranked.length - 1];
  const how = `with ${residual ? 'residual connections and ' : ''}${initNames[init] ?? init} initialisation`;
  const first = `With ${worst.name}, layer 1 of ${depth} ${fate(worst.share)}.`;
  const second = best === worst ? '' : ` ${best.name} ${brief(best.share)} ${how}.`;
  return best === worst ? `${first.slice(0, -1)}, ${how}.` : first + second;
}

/** How far from 1, in powers of ten. @param {number} share */
const distance = (share) =>
  share > 0 && Number.isFinite(share) ? Math.abs(Math.log10(share)) : Infinity;

/** @param {number} share */
function fate(share) {
  if (share === 0) return 'gets no gradient at all';
  if (share > 10) return `gets the gradient ${shareText(share)} times over: it explodes`;
  return `gets ${shareText(share)} of the gradient${share < 0.1 ? ': it vanishes' : ''}`;
}

/** @param {number} share */
const brief = (share) =>
  share > 10 ? `grows it ${short(share, 1)}-fold` : `keeps ${shareText(share)}`;
