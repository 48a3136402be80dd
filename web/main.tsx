import { createRoot } from 'react-dom/client'

// Only tries the build: the page takes this file's place.
const place = document.getElementById('root')
if (place) createRoot(place).render(<h1>Handshake Lab</h1>)
