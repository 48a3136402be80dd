import { strToU8, zipSync } from 'fflate'
import { visible } from './text.ts'
import { escaped } from './xml.ts'

/** What goes into a package for an LMS. */
export interface ScormWish {
  readonly course: {
    /** Lower case and hyphens; what the LMS tells the package from others by. */
    readonly id: string
    readonly title: string
    /** What follows the `#` of the link to its workshop. */
    readonly link: string
  }
  /** The lab as one file, as the build writes it; it finds the LMS by itself. */
  readonly labHtml: string
  /** The licences of what is in it. */
  readonly licenses?: string
}

/** The names of the files in a package. */
export const scormFiles = {
  manifest: 'imsmanifest.xml',
  launch: 'index.html',
  lab: 'handshake-lab.html',
  licenses: 'licenses.md',
} as const

// IMS Content Packaging 1.1.2 cuts titles here.
const LONGEST = 200

/** A course as a package of SCORM 1.2: a zip with its manifest, a page that is launched, and the lab. */
export const scormPackage = ({ course, labHtml, licenses }: ScormWish): Uint8Array => {
  const title = visible(course.title, LONGEST) || 'Handshake Lab'
  const files = {
    [scormFiles.launch]: launchPage(title, course.link),
    [scormFiles.lab]: labHtml,
    ...(licenses !== undefined && { [scormFiles.licenses]: licenses }),
  }
  const manifest = scormManifest(course.id, title, Object.keys(files))
  const zipped = Object.entries({ [scormFiles.manifest]: manifest, ...files })
  return zipSync(
    Object.fromEntries(zipped.map(([name, text]) => [name, strToU8(text)])),
    // Zip begins here: the same course gives the same bytes whenever it is packed.
    { level: 9, mtime: new Date(1980, 0, 1) },
  )
}

/** The manifest of a package with one thing to launch. Its order of elements is that of IMS Content Packaging 1.1.2. */
export const scormManifest = (id: string, title: string, files: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="handshake-lab-${escaped(id)}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escaped(title)}</title>
      <item identifier="lab" identifierref="lab-files" isvisible="true">
        <title>${escaped(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="lab-files" type="webcontent" adlcp:scormtype="sco" href="${scormFiles.launch}">
${files.map((file) => `      <file href="${escaped(file)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`

// An LMS may lose what follows a # in a manifest, so a page of our own leads on: no script, in the same window, below the LMS.
const launchPage = (title: string, link: string): string => {
  const address = escaped(`${scormFiles.lab}#${link}`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url=${address}">
<title>${escaped(title)}</title>
</head>
<body><p><a href="${address}">Open the lab</a></p></body>
</html>
`
}
