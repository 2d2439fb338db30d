import { render } from 'preact'
import { App } from './app.tsx'
import { start } from './store.ts'

start()
const root = document.getElementById('page')
if (root) render(<App />, root)
