import { defineConfig } from 'vitepress'

export default defineConfig({
  title: 'Token notes',
  description: 'A small site, as VitePress makes them.',
  themeConfig: {
    nav: [
      { text: 'Home', link: '/' },
      { text: 'As a frame', link: '/frame' },
      { text: 'As an element', link: '/element' },
    ],
  },
})
