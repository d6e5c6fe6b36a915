// Installed by the tests that need them alone, and types are checked without them.
declare module 'puppeteer-core';
declare module 'selenium-webdriver';
