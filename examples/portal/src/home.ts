import { setUpPage } from './page.ts'

setUpPage()
