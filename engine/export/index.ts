// A public face of the engine: a run in the forms that other programs take. The page loads it when somebody shares something.
export { pictureOf, type Picture } from '../picture/picture.ts'
export type { PictureTheme } from '../picture/palette.ts'
export { harOf } from './har.ts'
export { messageInText, runInText } from './http-text.ts'
export { linkTo } from './link.ts'
export { markdownLink, markdownOf } from './markdown.ts'
export { mermaidOf } from './mermaid.ts'
export { ABOUT_SECRETS, endingInWords, settingInWords, type ShownRun } from './shown-run.ts'
