import '@kbyt/widgets/declaration-form/define'
import '@kbyt/widgets/lookup/define'
import { setUpPage } from './page.ts'

const lookup = document.querySelector('kbyt-lookup')
const form = document.querySelector('kbyt-declaration-form')

setUpPage()
// One door: who has declared sees the QRs, who has not gets the form. Both elements name the same
// `api`, so they share a session and the form asks no second code.
lookup?.addEventListener('kbyt-declarations-found', ({ declarations }) => {
  if (declarations.length === 0) openForm()
})
lookup?.addEventListener('kbyt-update-requested', ({ declaration }) => {
  if (form) form.initial = declaration
  openForm()
})

function openForm(): void {
  if (!lookup || !form) return
  lookup.hidden = true
  form.hidden = false
  form.focus()
}
