/** A passkey as a device makes it, without a device: for tests that have no browser. */
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto"

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest()
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url")
const bytes = (hex: string) => Buffer.from(hex, "hex")
const asText = (name: string) => Buffer.concat([Buffer.from([0x60 + name.length]), Buffer.from(name)])

const clientData = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

interface Wish {
  readonly challenge: string
  readonly origin?: string
  /** Whether its owner was asked for a finger. */
  readonly verified?: boolean
  readonly rpId?: string
}

const home = "http://localhost"

export const makeSoftwareKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const { x = "", y = "" } = publicKey.export({ format: "jwk" })
  const cose = Buffer.concat([
    bytes("a5010203262001215820"),
    Buffer.from(x, "base64url"),
    bytes("225820"),
    Buffer.from(y, "base64url")
  ])
  const id = randomBytes(16)
  let counter = 0

  const data = (rpId: string, verified: boolean, attested: Buffer) => {
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0)
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(++counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counted, attested])
  }

  return {
    id: base64url(id),
    /** Back to how often it had been used. */
    forget: (times: number) => {
      counter = times
    },
    made: ({ challenge, origin = home, rpId = "localhost", verified = true }: Wish) => {
      const authData = data(rpId, verified, Buffer.concat([Buffer.alloc(16), bytes("0010"), id, cose]))
      const attestationObject = Buffer.concat([
        bytes("a3"),
        asText("fmt"),
        asText("none"),
        asText("attStmt"),
        bytes("a0"),
        asText("authData"),
        Buffer.from([0x58, authData.length]),
        authData
      ])
      return {
        id: base64url(id),
        clientDataJSON: base64url(clientData("webauthn.create", challenge, origin)),
        attestationObject: base64url(attestationObject)
      }
    },
    signed: ({ challenge, origin = home, rpId = "localhost", verified = true }: Wish) => {
      const authenticatorData = data(rpId, verified, Buffer.alloc(0))
      const client = clientData("webauthn.get", challenge, origin)
      const signature = sign("sha256", Buffer.concat([authenticatorData, sha256(client)]), privateKey)
      return {
        id: base64url(id),
        clientDataJSON: base64url(client),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(signature)
      }
    }
  }
}

export type SoftwareKey = ReturnType<typeof makeSoftwareKey>
