/** `znatoki questions import`: a pack in the database, and the same pack again. */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { expect, it } from "vitest"
import { startProgram } from "./e2e/run-program.ts"

describePostgres("a file of questions", (postgres) => {
  const imported = async (text: string) => {
    const words = ["questions", "import", "-", "--pack", "cup"]
    const program = startProgram(words, { DATABASE_URL: postgres.url() }, { input: text })
    const { code } = await program.end
    return { code, said: program.stdout(), told: program.stderr() }
  }

  it("is brought in once, and brought up to date", async () => {
    const first = await imported("? Кто?\n! он\n\n? Где?\n! там\n")
    expect(first).toMatchObject({ code: 0, told: "0.0 of 0.0 MB\n" })
    expect(first.said).toContain("pack cup: 2 added, 0 changed, 0 as they were, 0 not asked any more\n")
    expect(first.said).toContain("licence: not told in the file")
    const second = await imported("? Кто?\n! она\n")
    expect(second.said).toContain("pack cup: 0 added, 1 changed, 0 as they were, 1 not asked any more\n")
  })

  it("fails where there is no question", async () => {
    expect(await imported("")).toMatchObject({ code: 1, told: expect.stringContaining("No question could be read") })
  })
})
