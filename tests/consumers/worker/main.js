const worker = new Worker(new URL('./built.js', import.meta.url), { type: 'module' });
worker.addEventListener('message', ({ data }) => {
  document.querySelector('output').textContent = JSON.stringify(data);
});
