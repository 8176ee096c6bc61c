/** `znatoki questions import`: a pack in the database, and the same pack again. */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { expect, it } from "vitest"
import { startProgram } from "./e2e/run-program.ts"

describePostgres("a file of questions", (postgres) => {
  const run = async (words: ReadonlyArray<string>, input = "") => {
    const program = startProgram(["questions", ...words], { DATABASE_URL: postgres.url() }, { input })
    const { code } = await program.end
    return { code, said: program.stdout(), told: program.stderr() }
  }
  const imported = (text: string) => run(["import", "-", "--pack", "cup"], text)

  it("is brought in once, and brought up to date", async () => {
    const first = await imported("? Кто?\n! он\n\n? Где?\n! там\n")
    expect(first).toMatchObject({ code: 0, told: "0.0 of 0.0 MB\n" })
    expect(first.said).toContain("pack cup: 2 added, 0 changed, 0 as they were, 0 not asked any more\n")
    expect(first.said).toContain("licence: not told in the file")
    const second = await imported("? Кто?\n! она\n")
    expect(second.said).toContain("pack cup: 0 added, 1 changed, 0 as they were, 1 not asked any more\n")
  })

  it("is written as a file again from the database; what is not there is told in a line", async () => {
    await run(["import", "-", "--pack", "evening"], "### Вечер\n\n? Кто?\n! он\n@ Иван Иванов\n")
    const asFile = await run(["export", "--pack", "evening", "--to", "db"])
    expect(asFile).toMatchObject({ code: 0, told: "not carried: of question 1 the difficulty\n" })
    expect(asFile.said).toContain("Чемпионат:\nВечер\n")
    expect(asFile.said).toContain("Ответ:\nон\n")
    const missing = await run(["export", "--pack", "nowhere", "--to", "4s"])
    expect(missing).toMatchObject({ code: 1, told: expect.stringContaining("There is no pack nowhere") })
    const both = await run(["export", "a.4s", "--pack", "evening", "--to", "4s"])
    expect(both).toMatchObject({ code: 1, told: expect.stringContaining("one of the two") })
  })

  it("is kept under no name that the desk could not have", async () => {
    for (const name of ["", "a\nb", "к".repeat(101)]) {
      const told = "--pack has to be a line of 1 to 100 characters.\n"
      expect(await run(["import", "-", "--pack", name], "? Кто?\n! он\n")).toMatchObject({ code: 1, told })
    }
  })

  it("fails where there is no question, and leaves the pack as it was", async () => {
    await imported("? Кто?\n! он\n")
    expect(await imported("")).toMatchObject({ code: 1, told: expect.stringContaining("No question could be read") })
    expect((await imported("? Кто?\n! он\n")).said).toContain("0 added, 0 changed, 1 as they were")
  })
})
