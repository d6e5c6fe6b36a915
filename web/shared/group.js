import { toText } from './attributes.js';

/**
 * Widgets of one page with the same `group` share what is looked at. They speak through an event
 * on the document, so that nothing keeps a removed widget alive and two copies of this script on a
 * page understand each other.
 *
 * @typedef {{ group: string, values: Record<string, string>, from: Element }} Message
 */
export const GROUP_EVENT = 'activation-widgets:group';

/** What travels. */
const SHARED = ['activation', 'x'];

/**
 * @param {Element} from
 * @param {string} group
 * @param {Record<string, unknown>} values by attribute; undefined ones are not told
 */
export function tellGroup(from, group, values) {
  const told = SHARED.filter((name) => values[name] !== undefined);
  if (!group || told.length === 0) return;
  const shared = Object.fromEntries(told.map((name) => [name, toText(values[name])]));
  from.ownerDocument.dispatchEvent(
    new CustomEvent(GROUP_EVENT, { detail: { group, values: shared, from } }),
  );
}

/**
 * @param {Element} element
 * @param {AbortSignal} signal
 * @param {(message: Message) => void} receive not called for what `element` itself tells
 */
export function hearGroup(element, signal, receive) {
  element.ownerDocument.addEventListener(
    GROUP_EVENT,
    (event) => {
      const message = /** @type {CustomEvent<Message>} */ (event).detail;
      if (message.from !== element) receive(message);
    },
    { signal },
  );
}
