/** The text of a body, as long as it is no longer than anybody who is honest would send. */

export type Body =
  | { readonly _tag: "Text"; readonly text: string }
  | { readonly _tag: "TooLong" }
  | { readonly _tag: "NoText" }

/** `max`: bytes. */
export const readBounded = async (request: Request, max: number): Promise<Body> => {
  if (Number(request.headers.get("content-length") ?? 0) > max) return { _tag: "TooLong" }
  const parts: Array<Uint8Array> = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.length
    if (size > max) return { _tag: "TooLong" }
    parts.push(part)
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts))
    return { _tag: "Text", text }
  } catch {
    return { _tag: "NoText" }
  }
}
