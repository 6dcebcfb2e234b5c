import '@kbyt/widgets/declaration-form/define'
import '@kbyt/widgets/lookup/define'
import type { FiledDeclaration } from '@kbyt/sdk'
import { setUpPage } from './page.ts'

const lookup = document.querySelector('kbyt-lookup')
const template = document.querySelector<HTMLTemplateElement>('#form')

setUpPage()
// One door: who has declared sees the QRs, who has not gets the form. Both elements name the same
// `api`, so they share a session and the form asks no second code.
let hasWithdrawn = false
lookup?.addEventListener('kbyt-declaration-withdrawn', () => {
  hasWithdrawn = true // who has just withdrawn reads that first, and declares again by the button
})
lookup?.addEventListener('kbyt-session-ended', () => {
  hasWithdrawn = false
})
lookup?.addEventListener('kbyt-declarations-found', ({ declarations }) => {
  if (declarations.length === 0 && !hasWithdrawn) openForm()
})
lookup?.addEventListener('kbyt-update-requested', ({ declaration }) => openForm(declaration))
document.querySelector('#declare')?.addEventListener('click', () => openForm())

function openForm(initial?: FiledDeclaration): void {
  const content = template && document.importNode(template.content, true)
  const form = content?.querySelector('kbyt-declaration-form')
  if (!form) return
  form.initial = initial
  for (const lead of document.querySelectorAll<HTMLElement>('.lead')) lead.hidden = true
  const toCodes = document.querySelector<HTMLElement>('#to-codes')
  if (toCodes) toCodes.hidden = !initial
  form.addEventListener('kbyt-declaration-submitted', () => toCodes?.remove())
  // Who leaves a shared machine leaves a page that has never heard of them.
  form.addEventListener('kbyt-session-ended', () => location.reload())
  lookup?.replaceWith(form)
  form.focus() // a keyboard or screen reader goes on in the form, not at the top of the page
}
