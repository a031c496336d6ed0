import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const sources = import.meta.glob<string>(
  ['../**/*.{ts,tsx}', '!../paraglide/**', '!../**/*.test.*', '!../api/schema.d.ts'],
  {
    eager: true,
    query: '?raw',
    import: 'default',
  },
)

/** The rooms whose texts are all in the catalogue. */
const done = /^\.\.\/(language|kit\/(time|words)|settings\/(AppearanceSection|preferences))/

/** Attributes that are never read to anyone. */
const silent = /^(className|id|htmlFor|type|role|rel|target|autoComplete|name|icon|d|viewBox|points|to|from|data-.*)$/

/** Words that are names and the same in every language. */
const names = new Set(['English', 'Deutsch', 'Selvedge', 'Ctrl', 'Alt', 'Esc'])

/** Keys as browsers call them. */
const key = /^(Enter|Escape|Tab|Home|End|Delete|Backspace|PageUp|PageDown|Arrow\w+|Shift|Control|Alt|Meta|F\d+)$/

const isText = (text: string): boolean =>
  (/\p{L} \p{L}/u.test(text) || /^\P{L}*\p{Lu}\p{Ll}/u.test(text)) && !names.has(text.trim()) && !key.test(text)

/** Whether nobody reads a string: it imports, names, compares or styles. */
function isSilent(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isJsxAttribute(parent)) return silent.test(parent.name.getText())
  if (ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent) || ts.isCaseClause(parent)) return true
  if (ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText())) return true
  if (ts.isJsxExpression(parent) || ts.isConditionalExpression(parent) || ts.isTemplateSpan(parent))
    return isSilent(parent)
  return false
}

function textsIn(file: string, code: string): string[] {
  const found: string[] = []
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim())
    else if (
      (ts.isStringLiteralLike(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddle(node) ||
        ts.isTemplateTail(node)) &&
      isText(node.text) &&
      !isSilent(node)
    )
      found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

describe('the texts of the interface', () => {
  it('are all messages of the catalogue', () => {
    const found = Object.entries(sources)
      .filter(([file]) => done.test(file))
      .flatMap(([file, code]) => textsIn(file, code).map((text) => `${file}: ${text}`))
    expect(found).toEqual([])
  })

  it('are found where they are not', () => {
    const code = `const Page = () => <p title="Old" className="soft big">Hello {n ? 'big world' : 'x'} {\`and \${n} others\`}</p>`
    expect(textsIn('Page.tsx', code)).toEqual(['Old', 'Hello', 'big world'])
  })
})
