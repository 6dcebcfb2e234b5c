// Runs before the first paint, so that a page remembered in English never flashes Vietnamese.
document.documentElement.lang = (() => {
  try {
    return localStorage.getItem('kbyt-portal-language') === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi' // storage is switched off
  }
})()
