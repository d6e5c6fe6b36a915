// What the article itself does: words that set a figure, the two sides of tanh's identity, long
// formulas that the keyboard can scroll, and paper.
import { watchIdentity } from './identity.js';
import { printLight } from './print.js';
import { focusWhatScrolls } from './scrolling.js';
import { enableTries } from './try.js';

enableTries(document);
focusWhatScrolls(document.querySelectorAll('.formula, .scroll, pre'));
watchIdentity();
printLight();
