/** What VK's answers and events look like in older versions. */

/** `5.199` is 199. */
export const minorOf = (version: string): number => Number(/^5\.(\d+)$/.exec(version)?.[1] ?? 0)

/** From here on `message_new` tells of the client beside the message. */
const wrappedFrom = 103

const isWrapped = (object: unknown): object is { readonly message: unknown } =>
  typeof object === "object" && object !== null && "message" in object

/** The object of an event, as a server of this version gets it. */
export const objectOfVersion = (type: string, object: unknown, version: string): unknown =>
  type === "message_new" && minorOf(version) < wrappedFrom && isWrapped(object) ? object.message : object
