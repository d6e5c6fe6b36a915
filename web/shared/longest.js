/** For a sentence in `data-longest`: unseen behind its own stands that one, and keeps the room. */
export const longestStyle = `
[data-longest] { display: flow-root; }
[data-longest]::before {
  content: attr(data-longest); visibility: hidden; float: left; inline-size: 100%; margin-right: -100%;
}
`;
