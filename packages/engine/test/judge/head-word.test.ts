import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("the word a phrase is about", () => {
  it.each([
    ["Тень красного дома", "тень"],
    ["Красного дома тень", "дом"],
    ["Синего моря волна", "моря"],
    ["Красному дому памятник", "дому"],
    ["Синему морю памятник", "морю"],
    ["Красными нитками шитьё", "нитками"],
    ["Синими нитками шитьё", "нитками"],
    ["Красных домов тени", "домов"],
    ["Синих морей волны", "морей"],
    ["Красную площадь обойти", "площадь"],
    ["Синюю птицу поймать", "птицу"]
  ])("of «%s» is the first that is no adjective: «%s» is worth asking about", (answer, head) => {
    expect(saidOf(answer, head)).toBe("disputed: partial")
  })

  it.each([
    ["Красный дом", "дом"],
    ["Красная площадь", "площадь"],
    ["Синяя птица", "птица"],
    ["Золотое кольцо", "кольцо"],
    ["Красные дома", "дома"],
    ["Горький шоколад", "шоколад"],
    ["Свежий ветер", "ветер"],
    ["Зимний дворец", "дворец"],
    ["Куцый хвост", "хвост"],
    ["Широкие плечи", "плечи"],
    ["Свежие булки", "булки"],
    ["Зимние вечера", "вечера"],
    ["Синие киты", "киты"],
    ["Свежее молоко", "молоко"],
    ["Зимнее утро", "утро"],
    ["Германиевый сплав", "сплав"]
  ])("of «%s» says too little without its one adjective: «%s»", (answer, head) => {
    expect(saidOf(answer, head)).toBe("rejected: partial")
  })

  it.each([
    ["Движение солнца", "солнце"],
    ["Желание славы", "слава"]
  ])("of «%s» is not «%s»", (answer, other) => {
    expect(saidOf(answer, other)).toBe("rejected: partial")
  })

  it.each([
    ["Движение солнца", "движение"],
    ["Желание славы", "желание"],
    ["Влияние луны", "влияние"],
    ["Санаторий моряков", "санаторий"],
    ["Нашествие татар", "нашествие"],
    ["Лицее мой", "лицее"],
    ["Герой времени", "герой"],
    ["Психолог семьи", "психолог"],
    ["Клой жизни", "клой"],
    ["Хий жизни", "хий"]
  ])("of «%s» is a noun for all its ending: «%s»", (answer, head) => {
    expect(saidOf(answer, head)).toBe("disputed: partial")
  })

  it.each([
    ["Красный дом", "красный", "disputed: partial"],
    ["Зимние вечера", "зимние", "disputed: partial"],
    ["Бородинская битва", "бородинская", "disputed: partial"],
    ["Большой красный дом", "красный", "rejected: partial"]
  ])("of «%s» may be left out beside the one word that describes it: «%s» is %s", (answer, rest, said) => {
    expect(saidOf(answer, rest)).toBe(said)
  })

  it("of nothing but adjectives is the last", () => {
    expect(saidOf("Красное и чёрное", "чёрное")).toBe("rejected: partial")
    expect(saidOf("Самое красное", "красное")).toBe("disputed: partial")
  })

  it("of a name of up to three words is the last, of a longer one the first", () => {
    expect(saidOf("Марк Туллий Цицерон", "Цицерон")).toBe("disputed: partial")
    expect(saidOf("Марк Туллий Цицерон", "Марк")).toBe("rejected: partial")
    expect(saidOf("Союз Советских Социалистических Республик", "союз")).toBe("disputed: partial")
    expect(saidOf("Союз Советских Социалистических Республик", "республик")).toBe("rejected: partial")
  })
})
