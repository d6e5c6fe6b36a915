// What a test may ask of a browser, whichever it is: the same test runs in all of them.

export interface Tab {
  goto(url: string): Promise<void>;
  /** Runs a function in the page, with JSON in and JSON out; promises are waited for. */
  evaluate<A, R>(run: (argument: A) => R | Promise<R>, argument?: A): Promise<R>;
  /** Presses the mouse at the first point, moves through the others and lets go; CSS pixels. */
  drag(points: [x: number, y: number][]): Promise<void>;
  /** A key by its DOM name, as a keyboard sends it to what has the focus. */
  press(key: string): Promise<void>;
  /** A PNG. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

export interface Engine {
  name: 'Chromium' | 'Firefox' | 'WebKit';
  /** As the browser itself gives it. */
  version: string;
  open(): Promise<Tab>;
  close(): Promise<void>;
}
