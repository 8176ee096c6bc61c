/** The number that lets the scripts of one answer run, and no other. */
import type { Context } from "hono"

export const nonceOf = (context: Context): string => String(context.get("secureHeadersNonce" as never) ?? "")
