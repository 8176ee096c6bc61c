import { assert, it } from "@effect/vitest"
import { PlayerId } from "@znatoki/engine"
import { Action } from "@znatoki/chat/action"
import type { Button, Keyboard } from "@znatoki/chat/message"
import { checkKeyboard } from "@znatoki/vk-sandbox/api/check-keyboard"
import { Schema } from "effect"
import fc from "fast-check"
import { renderKeyboard } from "../src/say/render-keyboard.ts"

const moment = fc.record({ game: fc.nat(), round: fc.nat(99), phase: fc.constantFrom("Lobby", "Discussion", "Choice") })
const seen = fc.option(moment)
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action>({ _tag: "Info" }, { _tag: "Start", preset: "quick" }, { _tag: "Start", preset: null }),
  seen.map((at): Action => ({ _tag: "Join", seen: at })),
  fc.tuple(seen, fc.nat()).map(([at, id]): Action => ({ _tag: "Name", seen: at, player: PlayerId.make(String(id)) }))
)
const button: fc.Arbitrary<Button> = fc.record({
  label: fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
  color: fc.constantFrom("primary", "secondary", "positive", "negative"),
  action
})
const keyboardOf = (place: Keyboard["place"], rows: number, columns: number): fc.Arbitrary<Keyboard> =>
  fc.record({
    place: fc.constant(place),
    rows: fc.array(fc.array(button, { maxLength: columns }), { maxLength: rows })
  })
const anyKeyboard = fc.oneof(keyboardOf("under message", 8, 7), keyboardOf("under input", 12, 7))

it("whatever buttons the host shows, VK takes the keyboard", () => {
  let shown = 0
  fc.assert(
    fc.property(anyKeyboard, (keyboard) => {
      const { json } = renderKeyboard(keyboard)
      if (json !== null) checkKeyboard(json, 1)
      if (json !== null) shown++
    }),
    { numRuns: 300 }
  )
  assert.isAbove(shown, 100)
})

it("within VK's limits no button is left out, and each brings its action back", () => {
  const within = fc.oneof(keyboardOf("under message", 2, 5), keyboardOf("under input", 8, 5))
  const decode = Schema.decodeUnknownSync(Schema.fromJsonString(Action))
  fc.assert(
    fc.property(within, (keyboard) => {
      const { json, left } = renderKeyboard(keyboard)
      const buttons = json === null ? [] : checkKeyboard(json, 1).buttons.flat()
      assert.strictEqual(left, 0)
      assert.deepStrictEqual(
        buttons.map((one) => decode(one.action.payload)),
        keyboard.rows.flat().map((one) => one.action)
      )
    })
  )
})

const plain = (label: string): Button => ({ label, color: "primary", action: { _tag: "Info" } })

it("a row that is too long goes on in the next, and what is beyond the limit is counted", () => {
  const rows = [Array.from({ length: 12 }, (_, n) => plain(`№${n}`))]
  const { json, left } = renderKeyboard({ place: "under message", rows })
  assert.deepStrictEqual(
    checkKeyboard(json ?? "", 1).buttons.map((row) => row.length),
    [5, 5]
  )
  assert.strictEqual(left, 2)
})

const shownAs = (place: Keyboard["place"]): unknown =>
  JSON.parse(renderKeyboard({ place, rows: [[plain("Инфо")]] }).json ?? "")

it("buttons under a message call back, buttons under the input write and stay", () => {
  const action = { label: "Инфо", payload: '{"_tag":"Info"}' }
  assert.deepStrictEqual(shownAs("under message"), {
    inline: true,
    buttons: [[{ action: { type: "callback", ...action }, color: "primary" }]]
  })
  assert.deepStrictEqual(shownAs("under input"), {
    one_time: false,
    inline: false,
    buttons: [[{ action: { type: "text", ...action }, color: "primary" }]]
  })
})

it("no buttons under the input take the keyboard away, no buttons under a message are no keyboard", () => {
  assert.deepStrictEqual(checkKeyboard(renderKeyboard({ place: "under input", rows: [] }).json ?? "", 1).buttons, [])
  assert.strictEqual(renderKeyboard({ place: "under message", rows: [[]] }).json, null)
})

it("labels that are alike once they are cut are told apart, and others are left as they are", () => {
  const long = (i: number) => plain(`Мария-Антуанетта Йозефа Иоганна Габсбург ${i}`)
  const rows = [
    [long(0), long(1), plain("Вера")],
    [long(2), plain("Вера")]
  ]
  const { json } = renderKeyboard({ place: "under message", rows })
  const labels = checkKeyboard(json ?? "", 1)
    .buttons.flat()
    .map(({ action }) => action.label)
  assert.deepStrictEqual(labels, [
    "Мария-Антуанетта Йозефа Иоганна Габсбур…",
    "Мария-Антуанетта Йозефа Иоганна Габсб… 2",
    "Вера",
    "Мария-Антуанетта Йозефа Иоганна Габсб… 3",
    "Вера"
  ])
})
