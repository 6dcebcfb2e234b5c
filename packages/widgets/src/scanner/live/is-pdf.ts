/** Whether a file is a PDF, by its first bytes where its name does not say. */
export async function isPdf(file: Blob): Promise<boolean> {
  if (file.type === 'application/pdf') return true
  return (await file.slice(0, 5).text()) === '%PDF-'
}
