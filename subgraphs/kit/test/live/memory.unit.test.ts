import { memoryLive } from '../../src/live/index.js';
import { liveContract } from './live.contract.js';

liveContract('memory', async () => {
  // One process: whoever opens live messages gets the same ones until they are closed.
  let live = memoryLive();
  let closed = true;
  return {
    async open(options) {
      if (closed || options) live = memoryLive(options);
      closed = false;
      const close = live.close.bind(live);
      live.close = () => {
        closed = true;
        return close();
      };
      return live;
    },
    stop: async () => {},
  };
});
