// Installed by the tests that need them, so `npm run check` has to do without their types.
declare module 'puppeteer-core' {
  const puppeteer: any;
  export default puppeteer;
}
declare module 'selenium-webdriver' {
  export const Builder: any;
  export const Key: any;
}
