// Makes a passkey, or signs in by one: the browser asks its owner, the server judges. Nothing of a page is made of what comes from outside.
const send = async (path, body) => {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
  const said = await response.json()
  if (response.ok) return said
  const [flaw] = said.errors ?? []
  throw new Error(flaw === undefined ? said.detail : `${flaw.path}: ${flaw.message}`)
}

const create = async (form) => {
  const [name, current] = ["name", "current"].map((field) => form.elements.namedItem(field).value)
  const asked = await send("/api/v1/me/passkeys/options", current === "" ? {} : { current })
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked)
  const { id, response } = (await navigator.credentials.create({ publicKey })).toJSON()
  const { attestationObject, clientDataJSON } = response
  await send("/api/v1/me/passkeys", { name, id, clientDataJSON, attestationObject })
}

const enter = async () => {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await send("/api/v1/sign-in/passkey/options"))
  const { id, response } = (await navigator.credentials.get({ publicKey })).toJSON()
  const { authenticatorData, clientDataJSON, signature } = response
  await send("/api/v1/sign-in/passkey", { id, clientDataJSON, authenticatorData, signature })
}

const work = { create, enter }

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const said = form.querySelector("[role=alert]")
  form.hidden = typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON !== "function"
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    said.hidden = true
    work[form.dataset.passkey](form).then(
      () => location.assign(form.action),
      (error) => {
        // Whoever says no to the browser's question knows so, but not that nothing was done.
        said.textContent = error.name === "NotAllowedError" ? form.dataset.refused : error.message
        said.hidden = false
      }
    )
  })
}
