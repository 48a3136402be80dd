document.querySelector('button')?.addEventListener('click', () => {
  document.documentElement.classList.toggle('dark')
})
