const storageKey = 'kbyt-portal-language'
const vietnameseTitle = document.title

/** What every page of the portal does: marks where we are and switches the language. */
export function setUpPage(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.pages a')) {
    if (link.pathname === location.pathname) link.ariaCurrent = 'page'
  }
  for (const button of findLanguageButtons()) {
    button.addEventListener('click', () => switchTo(button.dataset.language))
  }
  showLanguage(document.documentElement.lang)
}

const findLanguageButtons = () => document.querySelectorAll<HTMLButtonElement>('[data-language]')

function switchTo(language = 'vi'): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
  showLanguage(language)
}

// The elements follow `lang` by themselves.
function showLanguage(language: string): void {
  const { documentElement: root } = document
  root.lang = language
  document.title = (language === 'en' && root.dataset.titleEn) || vietnameseTitle
  for (const button of findLanguageButtons()) {
    button.ariaPressed = String(button.dataset.language === language)
  }
}
