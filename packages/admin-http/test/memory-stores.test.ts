/** The stores in memory keep the ports' promises, so what the other tests see through them is true of any store. */
import { gameArchiveContract } from "@znatoki/test-contracts/contracts/game-archive.contract"
import { questionCatalogContract } from "@znatoki/test-contracts/contracts/question-catalog.contract"
import * as GameArchiveMemory from "@znatoki/test-contracts/memory/game-archive"
import * as GameStoreMemory from "@znatoki/test-contracts/memory/game-store"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import { packImportsContract } from "@znatoki/test-contracts/contracts/pack-imports.contract"
import * as PackImportsMemory from "@znatoki/test-contracts/memory/pack-imports"
import * as PacksMemory from "@znatoki/test-contracts/memory/packs"
import * as QuestionBankMemory from "@znatoki/test-contracts/memory/question-bank"
import * as QuestionCatalogMemory from "@znatoki/test-contracts/memory/question-catalog"
import { Layer } from "effect"

questionCatalogContract(
  "memory",
  Layer.merge(QuestionCatalogMemory.layer, PacksMemory.layer).pipe(Layer.provide(MemoryDatabase.layer()))
)

packImportsContract(
  "memory",
  Layer.mergeAll(
    PackImportsMemory.layer,
    QuestionBankMemory.layer,
    QuestionCatalogMemory.layer,
    PacksMemory.layer
  ).pipe(Layer.provide(MemoryDatabase.layer()))
)

gameArchiveContract(
  "memory",
  Layer.mergeAll(GameArchiveMemory.layer, GameStoreMemory.layer).pipe(Layer.provide(MemoryDatabase.layer()))
)
