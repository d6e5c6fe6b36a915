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

/** For functions the article has no colour for: so many that those often compared get different ones. */
const others = '#C0704A #B0609E #8A8F2A #3E9B9B #9C6B3F #4C78C9 #5FA04E #6B7F99 #C2577A'.split(' ');

/** @param {string} name */
export const hue = (name) => palette[name] ?? others[sum(name) % others.length];

/** @param {string} name */
const sum = (name) => [...name].reduce((total, letter) => total + letter.charCodeAt(0), 0);
