import plex from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2?url'
import { nameOf, save } from '../kit/save'
import { type Captions, type Standalone, standalone } from './standalone'

/** How many points of a PNG stand for a px of the drawing. */
const FINE = 2

/** Saves a drawing as a file that any program shows as it is here. */
export async function downloadSVG(svg: SVGSVGElement, captions: Captions): Promise<void> {
  const { text } = await fileOf(svg, captions)
  save(new Blob([text], { type: 'image/svg+xml' }), `${nameOf(captions.title, 'picture')}.svg`)
}

/** Saves a drawing as an image of points. */
export async function downloadPNG(svg: SVGSVGElement, captions: Captions): Promise<void> {
  save(await pngOf(await fileOf(svg, captions)), `${nameOf(captions.title, 'picture')}.png`)
}

async function fileOf(svg: SVGSVGElement, captions: Captions): Promise<Standalone> {
  return standalone(svg, captions, { families: getComputedStyle(svg).fontFamily, file: await typeface() })
}

/** The typeface as a data address, since a file can't ask for another. */
async function typeface(): Promise<string> {
  const blob = await (await fetch(plex)).blob()
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(new Blob([blob], { type: 'font/woff2' }))
  })
}

async function pngOf({ text, width, height }: Standalone): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image(width, height)
    image.src = address
    await image.decode()
    return await painted(image, width, height)
  } finally {
    URL.revokeObjectURL(address)
  }
}

function painted(image: HTMLImageElement, width: number, height: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = width * FINE
  canvas.height = height * FINE
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no image'))), 'image/png')
  })
}
