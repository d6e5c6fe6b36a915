/**
 * A promise for each start of a widget: what has settled gives way to another when it starts anew,
 * and what has not still waits.
 * @template T
 */
export function createReadiness() {
  let settled = true;
  /** @type {(value: T) => void} */
  let resolve = () => {};
  /** @type {(reason: unknown) => void} */
  let reject = () => {};
  /** @type {Promise<T>} */
  let promise;
  begin();

  function begin() {
    if (!settled) return;
    settled = false;
    promise = new Promise((...settlers) => {
      [resolve, reject] = settlers;
    });
    promise.catch(() => {}); // told by the error event and the sentence
  }

  return {
    get promise() {
      return promise;
    },
    begin,
    /** @param {T} value */
    resolve(value) {
      settled = true;
      resolve(value);
    },
    /** @param {unknown} reason */
    reject(reason) {
      settled = true;
      reject(reason);
    },
  };
}
