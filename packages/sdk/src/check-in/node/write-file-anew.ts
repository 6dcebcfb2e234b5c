import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { platform } from 'node:process'

/** Puts a text in the place of a file: whoever reads finds the old one or the new one, never a part. */
export async function writeFileAnew(path: string, text: string): Promise<void> {
  const draft = `${path}.new`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
  await syncFolder(dirname(path))
}

/** Without this the rename itself may be lost with the power. */
async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders; its file system keeps renames by itself.
  if (platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
