/** Writes the practice ground's chat page into `outdir`: index.html, page.js, page.css. */
export function buildPage(outdir: string): Promise<void>
