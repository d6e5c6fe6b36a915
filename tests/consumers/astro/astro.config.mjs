// The project's files and nothing else: no image service, no telemetry.
export default { image: { service: { entrypoint: 'astro/assets/services/noop' } } };
