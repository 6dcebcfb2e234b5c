import { TabStore } from './tab-store.js'

/** Where this tab keeps the declaration being typed: the form writes it, whoever ends the session clears it. */
export const draftStore = new TabStore('kbyt.declaration')
