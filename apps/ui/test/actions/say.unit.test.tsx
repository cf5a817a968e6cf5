/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { say } from '../../src/actions/say.js';
import { isToastWanted } from '../../src/components/toast-place.js';
import { Toaster } from '../../src/components/toaster.js';
import { render } from '../support/render.js';

describe('what is said', () => {
  it('asks for a place, and is shown once it is on the page', async () => {
    say({ title: 'Saved' });
    await isToastWanted;
    expect(screen.queryByText('Saved')).toBeNull();
    render(<Toaster />);
    expect(await screen.findByText('Saved')).toBeTruthy();
  });
});
