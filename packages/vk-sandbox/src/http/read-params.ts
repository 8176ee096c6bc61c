/** A request's parameters: the query and a form, never a JSON body, which VK does not read. */
import type { Context } from "hono"
import { unreadableBody } from "./answer-failure.ts"

/** `peer_ids[]=1&peer_ids[]=2` and `peer_ids[0]=1` are the list `1,2`. */
const collect = (into: Map<string, string>, pairs: Iterable<readonly [string, string]>): void => {
  const lists = new Map<string, Array<string>>()
  for (const [key, value] of pairs) {
    const list = /^(.+)\[\d*\]$/.exec(key)?.[1]
    if (list === undefined) into.set(key, value)
    else lists.set(list, [...(lists.get(list) ?? []), value])
  }
  for (const [key, values] of lists) into.set(key, values.join(","))
}

export const readForm = (c: Context): Promise<FormData> =>
  c.req.formData().catch((cause: unknown) => {
    throw unreadableBody(cause)
  })

const formPairs = async (c: Context): Promise<Iterable<readonly [string, string]>> => {
  const type = c.req.header("content-type") ?? ""
  // Who says nothing of the type is taken to have sent a form.
  if (type === "" || type.startsWith("application/x-www-form-urlencoded"))
    return new URLSearchParams(await c.req.text())
  if (!type.startsWith("multipart/form-data")) return []
  const fields: Array<readonly [string, string]> = []
  for (const [key, value] of (await readForm(c)).entries()) {
    if (typeof value === "string") fields.push([key, value])
  }
  return fields
}

export const readRequestParams = async (c: Context): Promise<ReadonlyMap<string, string>> => {
  const params = new Map<string, string>()
  collect(params, new URL(c.req.url).searchParams)
  if (c.req.method === "POST") collect(params, await formPairs(c))
  return params
}

export const bearer = (c: Context): string | undefined =>
  /^Bearer\s+(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1]
