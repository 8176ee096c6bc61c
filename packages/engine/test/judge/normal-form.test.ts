import { describe, expect, it } from "vitest"
import { fullNormalForm, normalForm } from "../../src/judge/letters/normal-form.ts"

describe("the normal form", () => {
  it.each([
    ["Ёлка и йод", "елка и йод", "keeps й and folds ё"],
    ["Ёлка и йод".normalize("NFD"), "елка и йод", "is the same for a decomposed text"],
    ["Монe\u0301", "монe", "drops accents"],
    ["«Тень» — „маятника“…", "тень маятника", "drops quotes, dashes and dots"],
    ["О’Генри д'Артаньян", "огенри дартаньян", "drops an apostrophe inside a word"],
    ["по\u2011литовски", "по литовски", "divides a word at any hyphen"],
    ["а\u00A0б\u2009в\u3000г", "а б в г", "knows every space"],
    ["сло\u00ADво\u2060\u200B", "слово", "drops invisible signs"],
    ["1 000 000 рублей", "1000000 рублей", "joins grouped digits"],
    ["3,14 и 3.14", "3.14 и 3.14", "reads a decimal comma"],
    ["1,2,3", "1 2 3", "divides a list of digits"],
    ["−40 и 1941–1945", "минус 40 и 1941 1945", "tells a minus from a dash"],
    ["25%", "25 процентов", "spells the per cent sign"],
    ["T9, Т-34, Т34", "t 9 т 34 т 34", "divides letters from digits"],
    ["ALIEN$", "alien$", "keeps a sign of money"],
    ["🙂 👍🏽 1️⃣", "1", "drops emoji"],
    ["\uD800слово", "слово", "survives half a character"],
    ["1 000 и 12 345 678", "1000 и 12345678", "joins every group of three"],
    ["1  000 и 1 000 5", "1000 и 1000 5", "joins them over any space, and no figure after them"],
    ["1.55.2", "1 55 2", "reads no decimal in a part of a date"],
    ["1 00 и 1 0000", "1 00 и 1 0000", "joins no other groups"],
    ["1234 567", "1234 567", "joins nothing to a long number"],
    ["3.1 000", "3.1 000", "joins nothing after a point"],
    ["1 000,5", "1 000.5", "joins no group that goes on after a comma"],
    ["1.2.3 и 10:30,5", "1 2 3 и 10 30 5", "reads no decimal in a date or a time"],
    ["а-5 и 5-6, 5 -6", "а 5 и 5 6 5 6", "reads no minus after a word or a figure"],
    ["-5 и (-6)", "минус 5 и минус 6", "reads a minus before a figure"],
    ["– 5", "5", "reads no minus before a space"],
    ["+5 °C", "плюс 5 градусов", "spells a plus and degrees"],
    ["√2 и 2+2=4", "корень из 2 и 2 плюс 2 равно 4", "spells a root and an equals sign"],
    ["да =) =да", "да да", "reads no equals sign with nothing on one side of it"],
    ["№5 & 6 ₽", "номер 5 и 6 рублей", "spells a number, an ampersand and roubles"],
    ["5€ £6 ¥7 $8.5", "5 евро 6 фунтов 7 иен 8.5 долларов", "calls money by its name"],
    ["ALIEN$ €", "alien$ €", "keeps a sign of money without a sum"],
    ["3/4 ½ 24/7/365", "3/4 1/2 24 7 365", "keeps a fraction together"],
    ["Чо́рный Ко̀т", "чорный кот", "drops both accents"],
    ["’кот’ д’Арк о`кей", "кот дарк окей", "tells an apostrophe from a quote"],
    ["´′ д´Арк оʼкей а′б", "дарк окей аб", "knows every apostrophe"],
    ["кот\uFE58пёс\uFF0Dволк", "кот пес волк", "knows every dash"],
    ["İ", "i", "drops the dot of a Turkish letter"],
    ["?!…", "", "is empty when there are no words"]
  ])("of %j is %j: it %s", (text, expected) => {
    expect(normalForm(text)).toBe(expected)
    expect(fullNormalForm(text)).toBe(expected)
  })
})
