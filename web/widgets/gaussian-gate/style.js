import { longestStyle } from '../../shared/longest.js';

export const style = `${longestStyle}
.picture {
  aspect-ratio: 2; min-block-size: 14em; inline-size: 100%;
  touch-action: pan-y pinch-zoom; cursor: ew-resize; user-select: none; -webkit-user-select: none;
}
@media (max-height: 28em) and (pointer: coarse) { .picture { aspect-ratio: auto; } }
[part='sentence'] { margin: 0.25em 0; }
`;
