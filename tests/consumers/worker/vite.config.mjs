// Only which page: the worker is made as Vite 7 makes workers by itself, a script in one file.
export default { build: { rollupOptions: { input: 'built.html' } } };
