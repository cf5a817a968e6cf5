/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { type Nexus, NexusError } from '@nexus/sdk';
import { act, renderHook, waitFor } from '@testing-library/react';
import { gql, type TypedDocumentNode } from '@urql/core';
import { Component, type ReactNode } from 'react';
import { Provider } from 'urql';
import { createGraph } from '../../src/graph/create-graph.js';
import { createLiveLine } from '../../src/graph/live-line.js';
import { FROM_NOW_ON } from '../../src/graph/places.js';
import { useLive } from '../../src/graph/use-live.js';
import { useScreen } from '../../src/graph/use-screen.js';
import { asked, surroundings } from '../support/graph.js';

type Named = TypedDocumentNode<{ project: { name: string } }, { id: string }>;
const PROJECT: Named = gql('query P($id: ID!) { project(id: $id) { id name } }');
const CHANGED: TypedDocumentNode<object, { id: string; after?: string }> = gql(
  'subscription C($id: ID!, $after: String) { projectChanged(id: $id, after: $after) { sequence } }',
);
const project = (name: string) => ({ data: { project: { __typename: 'Project', id: '1', name } } });

class Boundary extends Component<{
  readonly onFault: (fault: unknown) => void;
  children: ReactNode;
}> {
  override state = { isBroken: false };
  static getDerivedStateFromError = () => ({ isBroken: true });
  override componentDidCatch(fault: unknown) {
    this.props.onFault(fault);
  }
  override render() {
    return this.state.isBroken ? null : this.props.children;
  }
}

function around(nexus: Pick<Nexus, 'execute' | 'subscribe'>) {
  const onFault = jest.fn<(fault: unknown) => void>();
  const graph = createGraph(nexus, createLiveLine(Date.now, surroundings()));
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <Boundary onFault={onFault}>
      <Provider value={graph}>{children}</Provider>
    </Boundary>
  );
  return { wrapper, onFault };
}

describe('useScreen', () => {
  it('has nothing first, then what was asked, then what is new', async () => {
    const { nexus } = asked(project('Crane'), project('Crane II'));
    const { result } = renderHook(() => useScreen(PROJECT, { id: '1' }), around(nexus));
    expect(result.current.data).toBeUndefined();
    await waitFor(() => expect(result.current.data?.project.name).toBe('Crane'));
    act(() => result.current.refresh());
    expect(result.current.data?.project.name).toBe('Crane');
    await waitFor(() => expect(result.current.data?.project.name).toBe('Crane II'));
  });

  it('throws what the route’s boundary shows, where there is nothing else to show', async () => {
    const silent = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { nexus } = asked(new NexusError('TIMEOUT', 'No answer.', { requestId: 'req-1' }));
    const { wrapper, onFault } = around(nexus);
    renderHook(() => useScreen(PROJECT, { id: '1' }), { wrapper });
    await waitFor(() => expect(onFault).toHaveBeenCalled());
    expect(onFault.mock.calls[0]?.[0]).toMatchObject({ code: 'TIMEOUT', requestId: 'req-1' });
    silent.mockRestore();
  });

  it('keeps what it shows when asking anew fails', async () => {
    const { nexus } = asked(project('Crane'), new NexusError('TIMEOUT', 'No answer.'));
    const { result } = renderHook(() => useScreen(PROJECT, { id: '1' }), around(nexus));
    await waitFor(() => expect(result.current.data).toBeDefined());
    act(() => result.current.refresh());
    await waitFor(() => expect(result.current.fault).toMatchObject({ code: 'TIMEOUT' }));
    expect(result.current.data?.project.name).toBe('Crane');
  });
});

describe('useLive', () => {
  it('follows what came into view, no longer what left it, and what stayed without a break', async () => {
    const begun: string[] = [];
    const ended: string[] = [];
    const subscribe = ((_: unknown, { id }: { id: string }, how: { signal: AbortSignal }) => {
      begun.push(id);
      how.signal.addEventListener('abort', () => ended.push(id));
      return { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) };
    }) as unknown as Nexus['subscribe'];
    const { wrapper } = around({ ...asked().nexus, subscribe });
    function useAll({ ids }: { readonly ids: readonly string[] }): void {
      const all = ids.map((id) => ({ id }));
      useLive(CHANGED, all, FROM_NOW_ON);
    }
    const initialProps = { ids: ['a', 'b'] };
    const { rerender, unmount } = renderHook(useAll, { wrapper, initialProps });
    await waitFor(() => expect(begun).toEqual(['a', 'b']));
    rerender({ ids: ['b', 'c'] });
    await waitFor(() => expect(ended).toEqual(['a']));
    expect(begun).toEqual(['a', 'b', 'c']);
    unmount();
    await waitFor(() => expect(ended).toEqual(['a', 'b', 'c']));
  });

  describe('behind a screen', () => {
    type Begun = { readonly id: string; readonly after: string | undefined };

    /** A graph whose questions wait for the test to answer them, and where the subscriptions begin. */
    function opened() {
      const begun: Begun[] = [];
      const waiting: ((answer: unknown) => void)[] = [];
      const nexus = {
        execute: () => new Promise((resolve) => waiting.push(resolve)),
        subscribe: (_: unknown, { id }: { id: string }, { after }: { after?: string }) => {
          begun.push({ id, after });
          return { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) };
        },
      } as unknown as Pick<Nexus, 'execute' | 'subscribe'>;
      const { wrapper } = around(nexus);
      const { result } = renderHook(
        () => {
          const screen = useScreen(PROJECT, { id: '1' });
          useLive(CHANGED, [{ id: '1' }], screen.since);
          return screen;
        },
        { wrapper },
      );
      const asked = () => waitFor(() => expect(waiting).not.toEqual([]));
      return {
        begun,
        result,
        asked,
        async answer(name: string, sequence?: string) {
          await asked();
          const extensions = sequence && { sequence };
          await act(async () => waiting.shift()?.({ ...project(name), extensions }));
        },
      };
    }

    it('begins behind what the answer knows, and not before it is there', async () => {
      const { begun, asked, answer } = opened();
      await asked();
      expect(begun).toEqual([]);
      await answer('Crane', '041');
      expect(begun).toEqual([{ id: '1', after: '041' }]);
    });

    it('goes on from where it stands when the screen is asked for anew', async () => {
      const { begun, result, answer } = opened();
      await answer('Crane', '041');
      act(() => result.current.refresh());
      await answer('Crane II', '077');
      expect(begun).toEqual([{ id: '1', after: '041' }]);
    });

    it('begins with what happens from now on, where the graph does not say as of when its answer is', async () => {
      const { begun, answer } = opened();
      await answer('Crane');
      expect(begun).toEqual([{ id: '1', after: undefined }]);
    });
  });
});
