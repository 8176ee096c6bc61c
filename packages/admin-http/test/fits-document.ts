/** Holds every answer against the document: its status, its media type, and its body by a closed schema, so that nothing leaks unseen. */
import { Ajv2020 } from "ajv/dist/2020.js"
import { expect } from "vitest"
import { makeDocument } from "../src/api/document.ts"
import type { Spec } from "../src/api/route.ts"
import { apiRoutes } from "./api-routes.ts"

const document = makeDocument(apiRoutes, { closed: true })
// Each schema is read by a few answers, so making its code shorter takes longer than running it.
const code = { optimize: false }
const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: true, validateFormats: false, code })
ajv.addSchema(document, "api.json")

const patterns = apiRoutes.map(({ spec }) => ({
  spec,
  pattern: new RegExp(`^${spec.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`)
}))

/** `showGame 404` and the like: what the tests of this process have seen. */
export const seenAnswers = new Set<string>()

export const declaredAnswers = ({ method, path }: Spec): ReadonlyArray<number> =>
  Object.keys(document.paths[path]?.[method.toLowerCase()]?.responses ?? {}).map(Number)

type Content = Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>

const contentOf = (declared: unknown): Content =>
  typeof declared === "object" && declared !== null && "content" in declared ? (declared.content as Content) : {}

const specOf = (method: string, path: string): Spec | undefined => {
  const matching = patterns.filter(({ spec, pattern }) => spec.method === method && pattern.test(path))
  // `/questions/import` is no `/questions/{id}`.
  return (matching.find(({ spec }) => spec.path === path) ?? matching[0])?.spec
}

const inBody = new Set(["malformed-body", "invalid-body"])

/** Whoever is told that it does not fit is told where. */
const expectPlace = (status: number, text: string, about: string): void => {
  if (status !== 400 && status !== 422) return
  const { errors, type } = JSON.parse(text)
  expect(errors?.length, `${about} names what is wrong: ${text}`).toBeGreaterThan(0)
  const pointer = inBody.has(type.replace(/^.*:/, "")) ? expect.stringMatching(/^#(\/|$)/) : undefined
  for (const flaw of errors) expect(flaw.pointer, `${about}: ${text}`).toEqual(pointer)
}

const expectJson = (name: string, text: string, about: string): void => {
  const fits = ajv.getSchema(`api.json${name}`)
  expect(fits?.(JSON.parse(text)), `${about}: ${ajv.errorsText(fits?.errors)}`).toBe(true)
}

export const expectToFit = (method: string, url: string, response: Response, text: string): void => {
  const spec = specOf(method, new URL(url, "http://localhost").pathname)
  if (spec === undefined) return
  const about = `${method} ${url} ${response.status}`
  const declared = document.paths[spec.path]?.[method.toLowerCase()]?.responses[response.status]
  expect(declared, `${about} is not in the document: ${text}`).toBeDefined()
  seenAnswers.add(`${spec.operationId} ${response.status}`)
  const content = contentOf(declared)
  if (Object.keys(content).length === 0) return expect(text).toBe("")
  const [media = ""] = (response.headers.get("Content-Type") ?? "").split(";")
  expect(Object.keys(content), about).toContain(media)
  const name = content[media]?.schema.$ref
  if (name !== undefined) expectJson(name, text, about)
  expectPlace(response.status, text, about)
}
