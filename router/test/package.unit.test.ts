import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

describe('the package', () => {
  it('takes graphql from its host: schemas of two copies do not know each other', () => {
    expect(manifest.dependencies).not.toHaveProperty('graphql');
    expect(manifest.peerDependencies).toEqual({ graphql: '^16.11.0' });
  });

  it('brings what it runs, the explorer included, and no sources', () => {
    expect(manifest.files).toEqual(['dist', '!dist/.tsbuildinfo', 'docs', 'example']);
  });
});
