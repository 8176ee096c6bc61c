import { storeErrorOf } from "@znatoki/adapter-postgres/database/store-error-of"
import { assert, test } from "vitest"

const failure = (code: string) => storeErrorOf("commit", Object.assign(new Error("it failed"), { code }))

test.each([
  "ECONNREFUSED",
  "CONNECTION_CLOSED",
  "CONNECT_TIMEOUT",
  "57P01",
  "57P03",
  "57014",
  "53300",
  "08006",
  "40001",
  "40P01",
  "25006",
  "55000",
  "28000",
  "28P01",
  "3D000",
  "42501",
  "42703",
  "42883",
  "42P01",
  "58030"
])("%s may pass", (code) => {
  assert.strictEqual(failure(code)._tag, "StoreUnavailable")
})

test.each(["23505", "42601", "42804", "22P02", "54000", "UNDEFINED_VALUE", ""])(
  "«%s» needs somebody to look",
  (code) => {
    const error = failure(code)
    assert.strictEqual(error._tag, "StoreBroken")
    assert.match(JSON.stringify(error), /it failed/)
  }
)
