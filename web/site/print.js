/**
 * On paper everything is dark on light, also for readers who have it the other way round on their
 * screens. Widgets see to that themselves; dark posters, which there is no time to replace, are
 * inverted.
 */
export function printLight() {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  addEventListener('beforeprint', () => {
    root.classList.add('printing');
    root.classList.toggle('inverted', dark.matches);
  });
  addEventListener('afterprint', () => {
    root.classList.remove('printing', 'inverted');
  });
}
