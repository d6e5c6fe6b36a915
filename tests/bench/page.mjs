// The one page of the benchmark: a frame for each contestant.

/** @type {Map<string, Promise<any>>} */
const frames = new Map();

/** @param {string} contestant */
function frameOf(contestant) {
  let frame = frames.get(contestant);
  if (!frame) {
    frame = new Promise((resolve, reject) => {
      const element = document.createElement('iframe');
      element.src = `frame.html?contestant=${contestant}`;
      element.onload = () => resolve(element.contentWindow);
      element.onerror = reject;
      document.body.append(element);
    });
    frames.set(contestant, frame);
  }
  return frame;
}

Object.assign(globalThis, {
  /**
   * @param {{ contestant: string, method: string, argument: object }} call
   */
  async call({ contestant, method, argument }) {
    return (await frameOf(contestant)).calls[method](argument);
  },
});
