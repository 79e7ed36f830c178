/** Runs in every test file: nothing leaves this machine, and nock is taken out again afterwards. */

import nock from 'nock';

beforeAll(() => {
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
  nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])/);
});
afterEach(() => {
  nock.cleanAll();
});
afterAll(() => {
  nock.restore();
});
