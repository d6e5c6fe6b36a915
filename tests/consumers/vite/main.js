import 'activation-widgets/elements/activation-explorer';

const explorer = document.querySelector('activation-explorer');
const output = document.querySelector('output');
explorer.addEventListener('input', ({ detail }) => {
  output.textContent = `x = ${detail.x}`;
});
