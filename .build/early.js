// Runs before the page is painted, where it arrives in time. Nothing waits for it.
{
  const { dataset } = document.documentElement
  // Whoever comes for another page does not see the start page, which stands in this one.
  if (!/^#?\/?(\?|$)/.test(location.hash)) dataset.elsewhere = ''
  try {
    const theme = localStorage.getItem('handshake-lab.theme')
    if (theme === 'light' || theme === 'dark') dataset.theme = theme
  } catch {
    // No storage here: the system's theme.
  }
  // The way into the lab is known before the page's script says so.
  if (location.hash.startsWith('#/lab/'))
    for (const href of dataset.lab?.split(' ') ?? [])
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'modulepreload', href }),
      )
}
