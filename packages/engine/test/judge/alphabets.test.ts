import { describe, expect, it } from "vitest"
import { asTypedInRussian } from "../../src/judge/letters/keyboard-layout.ts"
import { inOneAlphabet, lookAlikeOf } from "../../src/judge/letters/look-alikes.ts"
import { isCyrillicWord, isLatinWord, transliterationKey } from "../../src/judge/letters/transliteration.ts"

describe("a word in two alphabets", () => {
  it.each([
    ["рoза", "роза"],
    ["мoсkва", "москва"],
    ["тeст", "тест"],
    ["wорк", "wopk"],
    ["cat", "cat"],
    ["москва", "москва"],
    ["wжz", "wжz"],
    ["aceopxykmthbж", "асеорхукмтнвж"],
    ["zасеорхукмтнв", "zaceopxykmthb"],
    ["iж", "іж"]
  ])("«%s» is written as «%s»", (word, one) => {
    expect(inOneAlphabet(word)).toBe(one)
  })
})

describe("the same look in the other alphabet", () => {
  it.each([
    ["cat", "сат"],
    ["сор", "cop"],
    ["abc", "авс"],
    ["xyz", null],
    ["москва", "mockba"],
    ["жук", null],
    ["12", null]
  ])("of «%s» is %j", (word, twin) => {
    expect(lookAlikeOf(word)).toBe(twin)
  })
})

describe("the other keyboard", () => {
  it.each([
    ["Geirby", "пушкин"],
    ["<eyby", "бунин"],
    ['"kbyf', "элина"],
    ["[kt,", "хлеб"],
    ["~krf", "ёлка"],
    ["{jh", "хор"],
    ["J,]tv", "объем"],
    ["Rjn 1", "кот 1"],
    ["`qwertyuiop[]asdfghjkl;'zxcvbnm,.", "ёйцукенгшщзхъфывапролджэячсмитьбю"],
    ['q}:">', "йъжэю"],
    ["кот", null],
    ["Gеirby", null],
    ["123", null]
  ])("reads %j as %j", (typed, meant) => {
    expect(asTypedInRussian(typed)).toBe(meant)
  })
})

describe("a word of one alphabet", () => {
  it("is all in its letters, those of other nations too", () => {
    expect(["київ", "кот", "жw", "wж", "w"].map(isCyrillicWord)).toEqual([true, true, false, false, false])
    expect(["müller", "жw", "wж", "ж"].map(isLatinWord)).toEqual([true, false, false, false])
  })
})

describe("one spelling of a name", () => {
  it.each([
    ["shchukin", "щукин"],
    ["schukin", "щукин"],
    ["tchaikovsky", "чайковский"],
    ["chaplin", "чаплин"],
    ["shaw", "шав"],
    ["zhukov", "жуков"],
    ["khan", "хан"],
    ["tsar", "царь"],
    ["tzar", "царь"],
    ["photo", "фото"],
    ["smith", "смит"],
    ["jack", "як"],
    ["quick", "кик"],
    ["iraq", "ирак"],
    ["moon", "мун"],
    ["lou", "лу"],
    ["lee", "ли"],
    ["sea", "си"],
    ["yak", "як"],
    ["jan", "ян"],
    ["hajduk", "хайдук"],
    ["aaah", "ах"],
    ["yuri", "юрий"],
    ["juri", "юри"],
    ["yozhik", "ежик"],
    ["josif", "есиф"],
    ["xerox", "ксерокс"],
    ["cicero", "сисеро"],
    ["cyprus", "сипрус"],
    ["celta", "селта"],
    ["maria", "мария"],
    ["coca", "кока"],
    ["müller", "мулер"],
    ["abdfhgijklmnoprstuvwyz", "абдфхгийклмнопрстуввиз"],
    ["эмма", "ема"],
    ["объезды", "обезди"]
  ])("is the same for «%s» and «%s»", (one, other) => {
    expect(transliterationKey(one)).toBe(transliterationKey(other))
  })

  it("is in Cyrillic letters, without signs and doubled letters", () => {
    expect(transliterationKey("müller")).toBe("мулер")
    expect(transliterationKey("подъезды")).toBe("подезди")
    expect(transliterationKey("эйфелль")).toBe("еифел")
    expect(transliterationKey("abdefhgklmnoprstuvwz")).toBe("абдефхгклмнопрстувз")
  })
})
