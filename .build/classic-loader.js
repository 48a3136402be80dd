// Loads the parts of an embed as plain scripts: a frame without an origin is refused every module script by a host that
// sends no CORS headers, and most static hosts send none.
;(() => {
  const bodies = {}
  const made = {}
  const loading = {}
  const folder = document.currentScript.src.replace(/[^/]*$/, '')
  const rules = {
    createScriptURL: (file) => {
      if (/^[\w.-]+\.js$/.test(file)) return folder + file
      throw new TypeError(`${file} is no part of this embed`)
    },
  }
  const policy = globalThis.trustedTypes?.createPolicy('handshake-lab', rules) ?? rules
  const fetched = (file) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = policy.createScriptURL(file)
      script.addEventListener('load', resolve)
      script.addEventListener('error', () => {
        delete loading[file]
        script.remove()
        reject(new Error(`${file} could not be loaded`))
      })
      document.head.append(script)
    })
  const need = (path) => {
    const file = path.slice(2)
    if (!made[file]) bodies[file]((made[file] = {}), need)
    return made[file]
  }
  globalThis.handshakeLabParts = {
    /** A part that is here, and not yet run. */
    part: (file, body) => (bodies[file] = body),
    need,
    load: (...files) =>
      Promise.all(files.map((file) => bodies[file] ?? (loading[file] ??= fetched(file)))),
  }
})()
