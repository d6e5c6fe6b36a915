/**
 * One colour per symbol, the article's. These are hues: the theme adapts their lightness to the
 * page. An author overrides each as `--aw-<name>`.
 *
 * @type {Record<string, string>}
 */
export const palette = {
  x: '#E07B9D',
  weight: '#E8725C',
  bias: '#7F77DD',
  slope: '#8CB4D5',
  'class-0': '#E07B1A',
  'class-1': '#2F6FC4',
  sigmoid: '#C9A227',
  tanh: '#7F77DD',
  relu: '#D85A30',
  leaky_relu: '#E07B9D',
  gelu: '#1D9E75',
  swish: '#18B8C8',
};

/** For functions the article has no colour for; ELU, SELU, softplus and mish each get their own. */
const others = ['#4C78C9', '#3E9B9B', '#C0704A', '#B0609E', '#8A8F2A'];

/** @param {string} name */
export const hue = (name) => palette[name] ?? others[(sum(name) % 14) % others.length];

/** @param {string} name */
const sum = (name) => [...name].reduce((total, letter) => total + letter.charCodeAt(0), 0);
