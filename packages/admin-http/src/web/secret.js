// Puts the secret of the address into the form, and takes it out of the address: the button sends it, no page that is looked at does.
const secret = location.hash.slice(1)
const field = document.getElementById("secret")
if (secret !== "" && field instanceof HTMLInputElement) {
  field.value = secret
  history.replaceState(null, "", location.pathname + location.search)
}
