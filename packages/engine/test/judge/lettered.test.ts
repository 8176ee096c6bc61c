import { describe, expect, it } from "vitest"
import { hasWord, isUsual, lettered, unaccented } from "../../src/judge/letters/lettered.ts"

const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
const sources = ["L", "Lu", "Ll", "N", "M"].flatMap((name) => [
  String.raw`\p{${name}}`,
  String.raw`[\p{${name}}-]`,
  String.raw`[^\p{${name}}\]]`
])

describe("a pattern of letters", () => {
  it.each(sources.flatMap((source) => ["u", "iu"].map((flags) => [source, flags] as const)))(
    "matches every sign as it is written: %s with %s",
    (source, flags) => {
      const pattern = lettered(flags, source)
      const written = new RegExp(source, flags)
      expect(signs.filter((sign) => pattern(sign).test(sign) !== written.test(sign))).toEqual([])
    }
  )

  it("is made for all of Unicode only when a text asks for it", () => {
    const pattern = lettered("u", String.raw`^[^\p{L}\]]\p{L}+\[$`)
    expect(pattern("7Чай[").source).not.toContain("p{L}")
    expect(pattern("7Чай[")).toBe(pattern("8Tea["))
    expect(pattern("7Чай[").test("7Чай[")).toBe(true)
    expect(pattern("]Чай[").test("]Чай[")).toBe(false)
    expect(pattern("7茶[").source).toContain("p{L}")
    expect(pattern("7茶[").test("7茶[")).toBe(true)
  })
})

describe("a usual text", () => {
  it("keeps to two alphabets, figures and signs", () => {
    expect(["Чай — «Tea»: 5 €, ёлка№1", "", "naïve"].map(isUsual)).toEqual([true, true, true])
    expect(["茶", "ß", "ї̈", "½", "🙂"].map(isUsual)).toEqual([false, false, false, false, false])
  })
})

describe("what is said", () => {
  it("is more than signs when a letter or a figure is there", () => {
    expect(["?!", "", "—7—", "茶", "🙂"].map(hasWord)).toEqual([false, false, true, true, false])
  })

  it("in Latin letters may be read without accents", () => {
    expect(["cafe", "café", "Ünïcode"].map(unaccented)).toEqual(["cafe", "cafe", "Unicode"])
  })
})
