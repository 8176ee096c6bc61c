/** Requests made by chance from what the document of the API says, and spoilt. */
import fc from "fast-check"
import type { Spec } from "../api/route.ts"

const nasty = fc.constantFrom(
  "\u0000",
  "\ud800",
  "../..",
  "%00",
  "'; --",
  "{{7*7}}",
  "toString",
  "__proto__",
  "￿",
  "א",
  "😀",
  " "
)
/** Of any signs at all: the strings of fast-check that are, its «binary» ones, first make a table of a million. */
export const anySigns = fc.array(fc.nat(0x10ffff), { maxLength: 40 }).map((codes) => String.fromCodePoint(...codes))
export const anyText = fc.oneof(anySigns, nasty, fc.constant("x".repeat(3_000)))
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -1, 1e308, Number.MAX_SAFE_INTEGER + 1))
const deep = fc.integer({ min: 10, max: 3_000 }).map((depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`)
const value = fc.oneof(
  anyText,
  number,
  fc.boolean(),
  fc.constant(null),
  fc.array(anyText, { maxLength: 3 }),
  fc.jsonValue()
)

/** The example, with some of its fields changed, left out, or of another kind, and maybe one more. */
const spoiltBody = (example: object) =>
  fc
    .tuple(
      fc.record(
        Object.fromEntries(Object.entries(example).map(([name, was]) => [name, fc.oneof(fc.constant(was), value)])),
        {
          requiredKeys: []
        }
      ),
      fc.option(fc.tuple(fc.oneof(anyText, nasty), value), { freq: 5 })
    )
    .map(([body, more]) => JSON.stringify(more === null ? body : { ...body, [more[0]]: more[1] }))

const bodyOf = ({ body, example }: Spec) =>
  body === null
    ? fc.constant(null)
    : fc.oneof(
        { weight: 6, arbitrary: spoiltBody(Object(example?.body)) },
        { weight: 1, arbitrary: fc.jsonValue().map((json) => JSON.stringify(json)) },
        { weight: 1, arbitrary: deep },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => new Uint8Array(bytes)) },
        { weight: 1, arbitrary: anyText }
      )

const pathOf = ({ example, params, path }: Spec) =>
  fc
    .record(
      Object.fromEntries(
        Object.keys(params).map((name) => [name, fc.oneof(fc.constant(example?.params?.[name] ?? "1"), anyText)])
      )
    )
    .map((chosen) =>
      path.replaceAll(
        /\{(\w+)\}/g,
        (_, name: string) => encodeURIComponent(String(chosen[name]).toWellFormed()) || "%20"
      )
    )

const queryOf = ({ query }: Spec) => {
  const names = Object.keys(query?.fields ?? {})
  const name =
    names.length === 0
      ? anyText
      : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: anyText })
  const given = fc.oneof(
    anyText,
    number.map(String),
    fc.base64String({ maxLength: 60 }),
    fc.constantFrom("true", "running", "5")
  )
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant("") },
    {
      weight: 4,
      arbitrary: fc.array(fc.tuple(name, given), { maxLength: 3 }).map((pairs) => `?${new URLSearchParams(pairs)}`)
    },
    { weight: 1, arbitrary: fc.constantFrom("?%", "?limit=%ff", "?&&=", "?limit=1&limit=2") }
  )
}

const headers = fc.record(
  {
    "Content-Type": fc.oneof(
      { weight: 8, arbitrary: fc.constant("application/json") },
      {
        weight: 1,
        arbitrary: fc.constantFrom("text/plain", "application/json; charset=koi8-r", "multipart/form-data", ",")
      }
    ),
    "If-Match": fc.oneof(
      { weight: 4, arbitrary: fc.constant("*") },
      { weight: 1, arbitrary: fc.constantFrom('"1"', '"2"', 'W/"1"', "", '"9999999999"') }
    ),
    "Idempotency-Key": fc.constantFrom("a", "b", "x".repeat(101)),
    Origin: fc.constantFrom("http://localhost", "null"),
    // A session that is none is refused before anything else is looked at: not too often.
    Cookie: fc.oneof(
      { weight: 6, arbitrary: fc.constant("a=b") },
      { weight: 1, arbitrary: fc.constantFrom("__Host-znatoki=x", "__Host-znatoki=%", "a=b; __Host-znatoki=") }
    ),
    "X-Request-Id": fc.constantFrom("1", "<x>")
  },
  { requiredKeys: ["Content-Type"] }
)

export interface AnyRequest {
  readonly spec: Spec
  readonly path: string
  readonly query: string
  readonly body: string | Uint8Array<ArrayBuffer> | null
  readonly headers: Readonly<Record<string, string>>
}

export const anyRequest = (specs: ReadonlyArray<Spec>): fc.Arbitrary<AnyRequest> =>
  fc.constantFrom(...specs).chain((spec) =>
    fc.record({
      spec: fc.constant(spec),
      path: pathOf(spec),
      query: queryOf(spec),
      body: bodyOf(spec),
      headers
    })
  )
