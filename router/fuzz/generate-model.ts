import { decorate } from './generate-relations.ts';
import { KEYS } from './keys.ts';
import type { EntityModel, FieldModel, InterfaceModel, Model, TypeModel } from './model.ts';
import type { Random } from './random.ts';

const SCALARS = ['Int', 'String', 'Boolean', 'Float', 'ID', 'Color'] as const;
const WRAPS = ['T', 'T', 'T', 'T!', 'T!', '[T]', '[T!]', '[T!]!', '[T]!', '[[T!]]'] as const;

/** Makes up a graph; not every one composes. */
export function generateModel(random: Random): Model {
  const subgraphs = Array.from({ length: 2 + random.below(3) }, (_, index) => `s${index}`);
  const names = Array.from({ length: 2 + random.below(3) }, (_, index) => `E${index}`);
  const objectInterface = random.chance(35) ? interfaceEntity(random, subgraphs, names) : undefined;
  const entities = names.map((name) => entity(random, name, subgraphs, objectInterface));
  const interfaces = random.chance(60) ? [plainInterface(random, names)] : [];
  const unions = random.chance(60)
    ? [{ kind: 'union', name: 'U0', members: random.some(names, 70) } as const]
    : [];
  const values = Array.from({ length: 1 + random.below(2) }, (_, index) => `V${index}`).map(
    (name) => ({ kind: 'value', name, fields: [] }) as const,
  );
  const types: TypeModel[] = [...entities, ...interfaces, ...unions, ...values];
  if (objectInterface) types.push(objectInterface);
  return decorate(random, new FieldMaker(random, { subgraphs, types, roots: [] }).fill());
}

function entity(
  random: Random,
  name: string,
  subgraphs: readonly string[],
  objectInterface: InterfaceModel | undefined,
): EntityModel {
  const own = objectInterface?.implementers.includes(name) ? objectInterface.entity : undefined;
  const keys: Record<string, readonly string[]> = {};
  for (const subgraph of subgraphs) {
    if (subgraph === own?.detached) continue;
    const others = random.some(KEYS.slice(1), 15).slice(0, 2);
    const named = subgraph === own?.home || random.chance(93);
    keys[subgraph] = named ? ['id', ...(random.chance(40) ? others : [])] : others;
  }
  return { kind: 'entity', name, keys, fields: [] };
}

function plainInterface(random: Random, names: readonly string[]): InterfaceModel {
  const implementers = random.some(names, 70);
  return { kind: 'interface', name: 'I0', implementers, shared: ['i0', 'i1'] };
}

function interfaceEntity(
  random: Random,
  subgraphs: readonly string[],
  names: readonly string[],
): InterfaceModel {
  const home = random.pick(subgraphs);
  const detached = random.pick(subgraphs.filter((subgraph) => subgraph !== home));
  const entityPart = { home, detached, fields: [] };
  const implementers = random.some(names, 60);
  return { kind: 'interface', name: 'N0', implementers, shared: ['n0'], entity: entityPart };
}

/** Gives fields to types that have none yet. */
class FieldMaker {
  #count = 0;

  readonly #random: Random;
  readonly #bare: Model;

  constructor(random: Random, bare: Model) {
    this.#random = random;
    this.#bare = bare;
  }

  fill(): Model {
    const { subgraphs } = this.#bare;
    const shared = this.#sharedFields();
    const types = this.#bare.types.map((type): TypeModel => {
      if (type.kind === 'entity') return { ...type, fields: this.#entityFields(type, shared) };
      if (type.kind === 'value') return { ...type, fields: this.#valueFields() };
      if (type.kind === 'interface' && type.entity) {
        const { detached } = type.entity;
        const fields = this.#fields(1 + this.#random.below(3), [detached]);
        return { ...type, entity: { ...type.entity, fields } };
      }
      return type;
    });
    const roots = subgraphs.flatMap((subgraph) => this.#roots(subgraph));
    return { subgraphs, types, roots };
  }

  /** Fields of interfaces have one type in all implementers, whoever resolves them. */
  #sharedFields(): Map<string, string> {
    const names = this.#bare.types.flatMap((type) =>
      type.kind === 'interface' ? type.shared : [],
    );
    return new Map(names.map((name) => [name, this.#wrapped(this.#random.pick(SCALARS))]));
  }

  #entityFields(type: EntityModel, shared: ReadonlyMap<string, string>): FieldModel[] {
    const allowed = Object.keys(type.keys);
    const inherited = this.#bare.types.flatMap((other) =>
      other.kind === 'interface' && other.implementers.includes(type.name) ? other.shared : [],
    );
    const own = inherited.map((name) => ({
      name,
      type: shared.get(name) ?? 'Int',
      in: this.#random.some(allowed, 40),
    }));
    return [...own, ...this.#fields(2 + this.#random.below(4), allowed)];
  }

  #fields(count: number, allowed: readonly string[]): FieldModel[] {
    return Array.from({ length: count }, () => {
      const places = this.#places(allowed);
      const field: FieldModel = {
        name: `f${this.#count++}`,
        type: this.#wrapped(this.#random.pick(this.#typesFor(places))),
        in: places,
      };
      return this.#random.chance(15) ? { ...field, argument: true } : field;
    });
  }

  #valueFields(): FieldModel[] {
    const { subgraphs } = this.#bare;
    return Array.from({ length: 2 + this.#random.below(2) }, (_, index) => ({
      name: `v${index}`,
      type: this.#wrapped(
        this.#random.pick(
          this.#random.chance(70) ? SCALARS : this.#typesFor(subgraphs, ['entity', 'union']),
        ),
      ),
      in: index === 0 || this.#random.chance(80) ? subgraphs : this.#random.some(subgraphs),
    }));
  }

  #roots(subgraph: string): FieldModel[] {
    const { subgraphs } = this.#bare;
    return Array.from({ length: 1 + this.#random.below(3) }, () => {
      const places = this.#random.chance(20)
        ? [...new Set([subgraph, this.#random.pick(subgraphs)])]
        : [subgraph];
      const composite = this.#typesFor(places).slice(SCALARS.length);
      const type = this.#wrapped(this.#random.pick(composite.length > 0 ? composite : SCALARS));
      const field: FieldModel = { name: `r${this.#count++}`, type, in: places };
      return this.#random.chance(30) ? { ...field, argument: true } : field;
    });
  }

  #places(allowed: readonly string[]): string[] {
    const first = this.#random.pick(allowed);
    if (!this.#random.chance(15)) return [first];
    return [...new Set([first, this.#random.pick(allowed)])];
  }

  /** What a field that these subgraphs resolve may answer. */
  #typesFor(places: readonly string[], kinds?: readonly TypeModel['kind'][]): string[] {
    const composite = this.#bare.types.filter(
      (type) =>
        (!kinds || kinds.includes(type.kind)) &&
        places.every((place) => this.#knownIn(type.name, place)),
    );
    const names = composite.map(({ name }) => name);
    return kinds && names.length > 0 ? names : [...SCALARS, ...names];
  }

  #knownIn(name: string, subgraph: string): boolean {
    const type = this.#bare.types.find((candidate) => candidate.name === name);
    if (type?.kind === 'entity') return subgraph in type.keys;
    if (type?.kind === 'union') return type.members.every((one) => this.#knownIn(one, subgraph));
    if (type?.kind !== 'interface') return true;
    if (type.entity && subgraph === type.entity.detached) return true;
    if (type.entity && subgraph !== type.entity.home) return false;
    return type.implementers.every((one) => this.#knownIn(one, subgraph));
  }

  #wrapped(name: string): string {
    return this.#random.pick(WRAPS).replace('T', name);
  }
}
