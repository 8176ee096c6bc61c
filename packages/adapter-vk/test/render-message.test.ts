import { assert, describe, it } from "@effect/vitest"
import { PlayerId } from "@znatoki/engine"
import type { Text } from "@znatoki/chat/message"
import fc from "fast-check"
import { renderText } from "../src/say/render-message.ts"

const mention = (id: string, name: string) => ({ mention: { id: PlayerId.make(id), name } })
const text = (...spans: Text) => renderText(spans).text

describe("a person called by name", () => {
  it("is a mention of VK", () => {
    assert.deepStrictEqual(renderText(["Отвечает ", mention("12", "Анна"), "."]), {
      text: "Отвечает [id12|Анна].",
      mentions: true
    })
  })

  it("cannot break out of the mention with the name", () => {
    assert.strictEqual(text(mention("12", "А]н|н[а\nК")), "[id12|А н н а К]")
    assert.strictEqual(text(mention("12", "]|[")), "[id12|id12]")
  })

  it("who is not of VK is only named", () => {
    assert.deepStrictEqual(renderText([mention("bot-1", "Анна")]), { text: "Анна", mentions: false })
  })
})

describe("foreign text", () => {
  it.each([
    "почта a@b.ru, цена 5*3, 2 * id, [сектор 13], (сноска*), *примечание, C# и «кавычки»",
    "[Чтец: пауза] Он сказал | она сказала",
    "2*x",
    "@ 5 руб., @, **, [|]"
  ])("that calls nobody stays as it is: %s", (plain) => {
    assert.strictEqual(text(plain), plain)
  })

  it.each([
    "[id1|Павел]",
    "[club1|Мы]",
    "[https://vk.com/durov|тут]",
    "@all",
    "@online",
    "@все",
    "(@id1 (Павел))",
    "*id1",
    "*durov (он)"
  ])("that would call somebody calls nobody and looks the same: %s", (calling) => {
    const rendered = text(calling)
    assert.notStrictEqual(rendered, calling)
    assert.strictEqual(rendered.replaceAll("\u200b", ""), calling)
  })

  it("put together from two spans calls nobody", () => {
    assert.notInclude(text("@", "all"), "@all")
    assert.notInclude(text("[id1", "|x]"), "[id1|")
    assert.notInclude(text(mention("х", "@"), "all"), "@all")
    assert.notInclude(text("@", mention("х", "all")), "@all")
  })
})

it("a text is cut to 4096 with «…», a mention is never cut", () => {
  assert.strictEqual(text("ы".repeat(4096)).length, 4096)
  const long = text("ы".repeat(5000))
  assert.strictEqual(long.length, 4096)
  assert.isTrue(long.endsWith("…"))
  const late = text("ы".repeat(4090), mention("12", "Анна"), "конец")
  assert.strictEqual(late, `${"ы".repeat(4090)}…`)
  assert.strictEqual(text("ы".repeat(4096), mention("12", "Анна"), "конец"), `${"ы".repeat(4095)}…`)
})

it("whatever is said, VK sees no more than 4096 characters and no mention but ours", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 50 }),
    fc.constantFrom("@all", "[id1|x]", "@", "all", "[", "id1|", "]", "*id1", "ы".repeat(2000), "ы".repeat(4096)),
    fc
      .record({
        id: fc.constantFrom("77", "х"),
        name: fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("@", "all", "["))
      })
      .map(({ id, name }) => mention(id, name))
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (spans) => {
      const rendered = text(...spans)
      assert.isAtMost(rendered.length, 4096)
      for (const [, called] of rendered.matchAll(/\[((?:id|club)\d+)\|/g)) assert.strictEqual(called, "id77")
      assert.notMatch(rendered, /(?<![\p{L}\p{N}_.])@all/u)
    })
  )
})
