/// <reference path="./smpp.d.ts" />
import type { SmppLibrary } from './smpp-library.js'

/** Loads the library: who sends over HTTP never does. */
export async function importSmpp(): Promise<SmppLibrary> {
  return (await import('smpp')).default
}
