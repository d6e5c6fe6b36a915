// The package has ES modules only: CommonJS imports them, and where Node can, requires them.
async function main() {
  const { loadCore } = await import('activation-widgets/core');
  const core = await loadCore();
  if (process.features.require_module) {
    const required = require('activation-widgets/core');
    if (required.loadCore !== loadCore) throw new Error('required and imported differ');
  }
  console.log(JSON.stringify([...core.evaluate('relu', Float32Array.of(-1, 2)).value]));
}

main();
