import { Key } from '@nexus/kit/graph';
import { Field, ID, ObjectType } from 'type-graphql';

/** A client of the register of clients; billing adds what it owes. */
@Key('id')
@ObjectType('Client')
export class ClientRef {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  static of(id: string): ClientRef {
    return Object.assign(new ClientRef(), { id });
  }
}

/** A project; billing adds what was invoiced for it. */
@Key('id')
@ObjectType('Project')
export class ProjectRef {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  static of(id: string): ProjectRef {
    return Object.assign(new ProjectRef(), { id });
  }
}

/** A time entry; billing adds the invoice that has it. */
@Key('id')
@ObjectType('TimeEntry')
export class TimeEntryRef {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  static of(id: string): TimeEntryRef {
    return Object.assign(new TimeEntryRef(), { id });
  }
}
