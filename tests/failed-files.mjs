// A reporter for `node --test`: a line for each file in which something failed, `stalled <file>` where
// its time ran out and `failed <file>` for all else.

/** @param {AsyncIterable<{ type: string, data: any }>} source */
export default async function* failedFiles(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:fail' || !data.file) continue;
    const stalled = data.details.error.failureType === 'testTimeoutFailure';
    yield `${stalled ? 'stalled' : 'failed'} ${data.file}\n`;
  }
}
