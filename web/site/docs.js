// What the pages of the documentation do: what scrolls can be reached by keyboard.
import { focusWhatScrolls } from './scrolling.js';

focusWhatScrolls(document.querySelectorAll('pre'));
