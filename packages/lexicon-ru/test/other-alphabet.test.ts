/** Words in Latin letters: a slip in one, and the same word heard in Russian. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("a word in Latin letters", () => {
  it.each([
    ["Apple", "Applle", "accepted: typo", "with a letter doubled"],
    ["Linux", "Liunx", "disputed: near", "of five letters with two in each other's place"],
    ["Google", "Googel", "disputed: near", "or with another at its end"],
    ["Samsung", "Asmsung", "disputed: near", "or at its beginning"],
    ["Google", "gooogle", "accepted: typo", "with a letter thrice"],
    ["Netflix", "Netfilix", "accepted: typo", "of seven letters with one more"],
    ["Pirates", "Parties", "rejected: other", "of the same letters"]
  ])("«%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a word in Latin letters as it is heard", () => {
  it.each([
    ["Shrek", "шрека", "accepted: transliteration", "in any form"],
    ["Peter", "петр", "accepted: transliteration", "though it is a name here too"],
    ["Smith", "смят", "disputed: near", "with other vowels"],
    ["Versailles", "версаль", "rejected: other", "not if so many letters are silent"],
    ["Лазанья", "lasagna", "accepted: transliteration", "with two letters for one"],
    ["Zippo", "Зиппо", "accepted: transliteration", "with the letter doubled"],
    ["Зиппо", "Zip", "rejected: other", "but not without its end"],
    ["LED", "льдом", "rejected: other", "nor for what is melting"],
    ["Pop", "Попов", "rejected: other", "nor for a surname"]
  ])("of «%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("where the wording is the point", () => {
  it("another language is of no matter", () => {
    expect(saidOf({ answer: "«Превед медвед»", accepted: ["точный ответ"] }, "hello bear")).toBe("rejected: other")
  })
})

describe("what is said in another language", () => {
  it.each([
    ["Красный Крест", "Red Cross", "disputed: near", "may be the answer"],
    ["Зеркало", "mirror", "disputed: near", "of one word too"],
    ["7 гномов", "7 dwarfs", "disputed: near", "with a number"],
    ["СПИД", "AIDS", "disputed: near", "as first letters"],
    ["НЛО", "unidentified", "rejected: other", "which are few"],
    ["НЛО", "New York", "rejected: other", "and one word"],
    ["Зеркало", "gtxtymt", "rejected: other", "but this was typed in Russian"],
    ["Зеркало", "kapitan", "rejected: other", "and that written in the other letters"],
    ["Зеркало", "it", "rejected: other", "two letters are hardly an answer"],
    ["Зеркало", "XIX", "rejected: other", "nor is a number"],
    ["Зеркало", "go", "rejected: other", "nor are two letters"],
    ["Зеркало", "mirror окно", "rejected: other", "or what is half Russian"],
    ["Зеркало", "mirror 2", "disputed: near", "but a figure is of every language"],
    ["Зеркало", "dom mirror", "disputed: near", "and one word may sound like ours"],
    ["НЛО", "UFOOO", "disputed: near", "first letters are five at most"],
    ["НЛО", "UFOOOO", "rejected: other", "and no more"],
    ["Мост Ватерлоо", "Tower Bridge", "rejected: other", "a place by any other word"],
    ["«превед»", "hello", "rejected: other", "what is cited for its letters"],
    ["The Beatles", "Rolling Stones", "rejected: other", "what is called so everywhere"],
    ["Лондон", "Paris", "rejected: other", "a place is called alike everywhere"],
    ["Шекспир", "Marlowe", "rejected: other", "and so is a person"],
    ["Facebook", "bookface", "rejected: other", "of an answer in Latin letters as little"]
  ])("«%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
