import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { areOneSlipApart, osaDistance, plainPrices } from "../../src/judge/letters/osa-distance.ts"
import { letterSet } from "../../src/judge/letters/russian-letters.ts"
import { areFarByLetters, closeness, lacksLetters } from "../../src/judge/letters/slip-cost.ts"

describe("the distance between words", () => {
  it.each([
    ["линкольн", "линколнь", 1],
    ["линкольн", "линкль", 2],
    ["са", "абс", 3],
    ["", "абв", 3],
    ["абв", "абв", 0]
  ])("of «%s» and «%s» is %i", (from, to, distance) => {
    expect(osaDistance(from, to)).toBe(distance)
  })

  it("is the same both ways, and zero only for the same word", () => {
    const word = fc.string({ unit: fc.constantFrom("а", "б", "в"), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (from, to) => {
        expect(osaDistance(from, to)).toBe(osaDistance(to, from))
        expect(osaDistance(from, to) === 0).toBe(from === to)
      })
    )
  })

  it("is not changed by a limit it does not pass", () => {
    const word = fc.string({ unit: fc.constantFrom("а", "б", "в"), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.nat({ max: 8 }), (from, to, limit) => {
        const distance = osaDistance(from, to)
        const limited = osaDistance(from, to, plainPrices, limit)
        expect(distance <= limit ? limited === distance : limited > limit).toBe(true)
      })
    )
  })
})

describe("one slip between words", () => {
  it("is told without the distance as with it", () => {
    const word = fc.string({ unit: fc.constantFrom("а", "б", "в"), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(areOneSlipApart(one, other)).toBe(osaDistance(one, other) === 1)
      }),
      { numRuns: 5000 }
    )
  })

  it.each([
    ["абв", "абв", false],
    ["абв", "аб", true],
    ["аб", "абв", true],
    ["абв", "агв", true],
    ["абв", "бав", true],
    ["абвг", "бавг", true],
    ["абв", "вба", false],
    ["аббв", "абв", true],
    ["абвг", "аб", false],
    ["абвг", "агдг", false]
  ])("«%s», «%s»: %s", (one, other, isOne) => {
    expect(areOneSlipApart(one, other)).toBe(isOne)
  })
})

describe("the distance with prices of its own", () => {
  const dear = { change: () => 9, extra: () => 9, swap: 1 }

  it("follows a cheap swap past a dear letter", () => {
    expect(osaDistance("аб", "ба", dear, 1)).toBe(1)
    expect(osaDistance("вабг", "вбаг", dear, 1)).toBe(1)
  })

  it("is infinite when it is above the limit, for lengths that differ and for lengths that do not", () => {
    expect(osaDistance("а", "абвгд", plainPrices, 2)).toBe(Infinity)
    expect(osaDistance("абвгд", "ежзик", plainPrices, 1)).toBe(Infinity)
  })

  it("asks the price of a letter at its place in its own word", () => {
    const dearFirst = { change: () => 9, extra: (_: number, __: number, at: number) => (at === 0 ? 3 : 1), swap: 9 }
    expect(osaDistance("", "абв", dearFirst)).toBe(5)
    expect(osaDistance("а", "б", dearFirst)).toBe(6)
    expect(osaDistance("ва", "вб", dearFirst)).toBe(2)
  })

  it("asks the price of a letter by what it is and by what stands before it", () => {
    const soft = "ь".charCodeAt(0)
    const cheapSoft = { change: () => 9, extra: (letter: number) => (letter === soft ? 1 : 3), swap: 9 }
    expect(osaDistance("", "ьа", cheapSoft)).toBe(4)
    const dearAlone = { change: () => 9, extra: (_: number, before: number) => (before === 0 ? 7 : 3), swap: 9 }
    expect(osaDistance("", "аб", dearAlone)).toBe(10)
    expect(osaDistance("аб", "", dearAlone)).toBe(10)
  })

  it.each([62, 63, 64, 70])("reads a word of %i letters to its end", (length) => {
    const word = "абвгдежз".repeat(9).slice(0, length)
    expect(osaDistance(word, word)).toBe(0)
    expect(osaDistance(word.slice(1), word)).toBe(1)
    expect(osaDistance(word, `${word.slice(0, -1)}ю`)).toBe(1)
  })
})

describe("a misspelling", () => {
  it.each([
    ["корова", "карова"],
    ["парашют", "парашут"],
    ["линкольн", "линколнь"],
    ["эдем", "едем"],
    ["аллея", "алея"],
    ["телефон", "телефно"],
    ["грипп", "грип"]
  ])("of «%s» as «%s» is forgiven", (reference, given) => {
    expect(closeness(reference, given)).toBe("slip")
  })

  it.each([
    ["мане", "моне"],
    ["иран", "ирак"],
    ["австралия", "австрия"],
    ["словения", "словакия"],
    ["берлин", "мерлин"],
    ["кот", "код"]
  ])("never makes «%s» of «%s»", (reference, given) => {
    expect(closeness(reference, given)).not.toBe("slip")
  })

  it.each([
    ["рука", "рукка", "slip"],
    ["рука", "рука", "slip"],
    ["рука", "ркуа", "near"],
    ["петух", "питух", "slip"],
    ["петух", "пктух", "near"],
    ["петух", "потух", "far"],
    ["роман", "ороман", "far"],
    ["роман", "раман", "slip"],
    ["роман", "рhман", "far"],
    ["океан", "акеан", "slip"],
    ["океан", "укеан", "far"],
    ["этаж", "етаж", "slip"],
    ["этаж", "итаж", "far"],
    ["камень", "камен", "slip"],
    ["подъезд", "подезд", "slip"],
    ["подъезд", "подьезд", "slip"],
    ["картон", "кжртон", "near"],
    ["картонка", "кжртонка", "slip"],
    ["картонка", "картанко", "slip"],
    ["картонка", "кжртжнка", "far"],
    ["бабушка", "бапушка", "slip"],
    ["бабушка", "папушка", "far"],
    ["карандаш", "корондаш", "slip"],
    ["самолет", "самлет", "slip"],
    ["самолет", "смлет", "far"],
    ["электростанция", "электрозтанзия", "slip"],
    ["электростанция", "илектрастанцыя", "far"]
  ])("of «%s» as «%s» is %s", (reference, given, expected) => {
    expect(closeness(reference, given)).toBe(expected)
  })

  it("is never overlooked for want of letters", () => {
    const letter = fc.constantFrom(..."абвгдеийкнопрстьъэяі")
    const word = fc.string({ unit: letter, minLength: 4, maxLength: 14 })
    const edit = fc.record({
      at: fc.nat({ max: 13 }),
      taken: fc.nat({ max: 1 }),
      put: fc.string({ unit: letter, maxLength: 1 })
    })
    fc.assert(
      fc.property(word, fc.array(edit, { maxLength: 6 }), (reference, edits) => {
        const given = edits.reduce(
          (text, { at, put, taken }) => text.slice(0, at) + put + text.slice(at + taken),
          reference
        )
        const shorter = Math.min(reference.length, given.length)
        const overlooked = lacksLetters(letterSet(reference), letterSet(given), shorter)
        expect(overlooked ? closeness(reference, given) : "far").toBe("far")
      }),
      { numRuns: 5000 }
    )
  })
})

const lacks = (reference: string, given: string) =>
  lacksLetters(letterSet(reference), letterSet(given), reference.length)

describe("the price of a slip", () => {
  it.each([
    ["іванов", "аванов", "far", "a letter that is not Russian is dear, and dearer at the beginning"],
    ["вітров", "ватров", "near", ""],
    ["объем", "обем", "slip", "a sign costs least"],
    ["камень", "каиень", "slip", "a neighbour on the keyboard costs less than any letter"],
    ["ананас", "онанас", "slip", "«а» and «о» are heard alike in any place"],
    ["огурец", "агурец", "slip", ""],
    ["абвгдежзиклм", "абшвгдшежзишклм", "slip", "twelve letters bear three letters more"]
  ])("of «%s» and «%s» makes them %s %s", (reference, given, expected) => {
    expect(closeness(reference, given)).toBe(expected)
  })

  it("is above any word's when so many letters are not there, cheap ones apart", () => {
    expect(lacks("абвгд", "ежзик")).toBe(true)
    expect(lacks("абвгд", "абвг")).toBe(false)
    expect(lacks("еэьъа", "а")).toBe(false)
  })
})

const spelled = (text: string) => ({ text, letters: letterSet(text) })

describe("two whole words", () => {
  it.each([
    ["лампа", "собор", true, "nearly all the letters are others"],
    ["коробка", "корона", false, "one is another"],
    ["картон", "каптин", false, "two are others, and «и» is a cheap one"],
    ["каптин", "картон", false, ""],
    ["паркет", "папапа", true, "three are only in the one"],
    ["папапа", "паркот", true, "or only in the other"],
    ["барабан", "барабанабара", true, "one is much longer, of the same letters"],
    ["барабн", "барабнбар", false, "three letters more alone do not tell it"]
  ])("«%s» and «%s» are far whatever the order of their letters: %s %s", (one, other, areFar) => {
    expect(areFarByLetters(spelled(one), spelled(other), Math.min(one.length, other.length), 0)).toBe(areFar)
    expect(areFar ? closeness(one, other) : "far").toBe("far")
  })
})
