/** The cookie that carries a session: this host's alone, for no script, and for no page of another site. */
import type { Context } from "hono"
import { deleteCookie, getCookie, setCookie } from "hono/cookie"
import { absoluteMs } from "./session-rules.ts"

const name = "znatoki"
const manners = { path: "/", secure: true, httpOnly: true, sameSite: "Strict", prefix: "host" } as const

export const sessionIn = (context: Context): string | undefined => getCookie(context, name, "host")

export const giveSession = (context: Context, token: string): void =>
  setCookie(context, name, token, { ...manners, maxAge: absoluteMs / 1_000 })

export const takeSession = (context: Context): void => void deleteCookie(context, name, manners)
