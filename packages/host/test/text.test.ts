import { plainText } from "@znatoki/chat/plain-text"
import { call, lines, paragraphs, text } from "@znatoki/host/text"
import { expect, it } from "vitest"
import { anya } from "./support/people.ts"

it("a template keeps who is called and joins the plain words around", () => {
  expect(text`Раунд ${2}: ${call(anya)}, ${"кто"} отвечает?`).toEqual([
    "Раунд 2: ",
    { mention: anya },
    ", кто отвечает?"
  ])
})

it("what has nothing to say leaves no line", () => {
  expect(paragraphs("один", null, "", lines("два", null), lines(null))).toEqual(["один\n\nдва"])
})

it("as plain text somebody called is their name", () => {
  expect(plainText(text`🎤 ${call(anya)}, ваш ответ.`)).toBe("🎤 Аня, ваш ответ.")
})
