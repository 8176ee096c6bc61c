/** Under which names the buckets of a role have their hearts. */
import { partitionCount } from "@znatoki/ports/slice"

export const bucketRole = (role: string, bucket: number): string => `${role}/${bucket}`

/** However many buckets there are, or were. */
export const bucketRoles = (role: string): ReadonlyArray<string> =>
  Array.from({ length: partitionCount }, (_, bucket) => bucketRole(role, bucket))
