import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const sources = import.meta.glob<string>(
  ['../**/*.{ts,tsx}', '!../paraglide/**', '!../**/*.test.*', '!../**/fixture.ts', '!../api/schema.d.ts'],
  {
    eager: true,
    query: '?raw',
    import: 'default',
  },
)

/** Attributes and properties that are never read to anyone. */
const silent =
  /^(className|class|key|keys|id|htmlFor|type|role|rel|target|autoComplete|name|icon|d|viewBox|points|to|from|data-.*)$/

/** What is the same in every language: names, an example of a coded text, and words that the server knows. */
const same = new Set([
  ...['English', 'Deutsch', 'Selvedge', 'Word', 'Excel', 'Edge', 'Firefox', 'Chrome', 'Safari', 'Android', 'Windows'],
  ...['Linux', 'focus group'],
])
const example = '../account/Cloth.tsx'

/** Keys as browsers and the list of commands call them, and journal verbs. */
const key =
  /^([A-Z]|(Control|Mod|Alt|Shift)\+.*|Alt|Esc|Enter|Escape|Tab|Home|End|Delete|Backspace|Page\w+|Arrow|(Arrow)?(Up|Down|Left|Right)|Mod|Shift|F\d+)$/
const verb = /^(added|changed|created|deleted|imported|removed|wrote|merged|moved) /

/** What parts of the program say to each other: kinds of records, and pieces of ids. */
const inner =
  /^(code sets?|saved search(es)?|codebook (at|changes)|copy of …|(change|head|passage) …|other file|second look)$/

const isSame = (text: string): boolean => same.has(text.trim()) || key.test(text.trim())

const isText = (text: string): boolean =>
  (/\p{L} [\p{L}…]|… \p{L}/u.test(text) || /^\P{L}*\p{Lu}[\p{Ll}-]/u.test(text)) &&
  !isSame(text) &&
  !verb.test(text) &&
  !inner.test(text)

/** Whether nobody reads a string: it imports, names, compares or styles. */
function isSilent(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isJsxAttribute(parent)) return silent.test(parent.name.getText())
  if (
    ts.isCallExpression(parent) &&
    /^(import|fetchedPage|.*\.setProperty|.*headers\.get)$/.test(parent.expression.getText())
  )
    return true
  if (ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent) || ts.isCaseClause(parent)) return true
  if (ts.isPropertyAssignment(parent))
    return parent.name === node || /^(icon|id|to|from|class(es|Name)?)$/.test(parent.name.getText())
  if (ts.isBinaryExpression(parent))
    return /^[!=]==$/.test(parent.operatorToken.getText()) || /\.className$/.test(parent.left.getText())
  if (ts.isNewExpression(parent)) return /Error$/.test(parent.expression.getText()) // for those who program
  return (ts.isJsxExpression(parent) || ts.isConditionalExpression(parent)) && isSilent(parent)
}

/** A string, or a template with … for what it fills in. */
function stringOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
}

function textsIn(file: string, code: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const text = stringOf(node)
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text) && !isSame(node.text)) found.push(node.text.trim())
    else if (text !== undefined && isText(text) && !isSilent(node)) found.push(text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true))
  return found
}

describe('the texts of the interface', () => {
  const files = Object.keys(sources).filter((file) => file !== example)
  it.each(files)('are all messages of the catalogue in %s', (file) => {
    expect(textsIn(file, sources[file] ?? '')).toEqual([])
  })

  it('are found where they are not', () => {
    const code = `const Page = () => <p title="Old" className="soft big">Hello {n ? 'big world' : 'x'} {\`and \${n} others\`}</p>`
    expect(textsIn('Page.tsx', code)).toEqual(['Old', 'Hello', 'big world', 'and … others'])
  })
})
