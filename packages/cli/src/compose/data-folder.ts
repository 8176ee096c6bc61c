/** The folder of `ZNATOKI_DATA` belongs to one bot at a time; the admin API and others may use its database beside it. */
import { unwritableFolder } from "@znatoki/embedded-postgres-server/unwritable-folder"
import { join } from "node:path"
import { holdFile } from "./hold-file.ts"

export const holdDataFolder = (folder: string) =>
  holdFile(join(folder, "bot.lock"), {
    taken: `Another bot or demo runs on the data folder ${folder}: stop it, or set ZNATOKI_DATA to another folder.`,
    unusable: (code) => {
      const { advice, problem } = unwritableFolder(folder, code)
      return `${problem} ${advice}`
    }
  })
