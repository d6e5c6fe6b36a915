// One class from the entry that registers nothing; the others are left out.
import { ActivationExplorer, define } from 'activation-widgets';

const explorer = document.querySelector('activation-explorer');
const output = document.querySelector('output');
explorer.addEventListener('input', ({ detail }) => {
  output.textContent = `x = ${detail.x}`;
});
define('activation-explorer', ActivationExplorer);
